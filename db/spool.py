"""A file beside the store for what a process that ends must keep while somebody else holds the write lock."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from corpus.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.connection import Connections
    from db.once import Once
    from db.parcels import Parcels

MARK = "unsent"  # policy.db.unsent-…: beside policy.db, for its owner alone


class Spool:
    """Files of parcels beside a store; each is taken into it once, by whichever process comes first."""

    def __init__(self, connections: Connections, once: Once, parcels: Parcels) -> None:
        self._connections, self._once, self._parcels = connections, once, parcels

    def write(self, parcels: Sequence[tuple[str, str, str]]) -> Path:
        """Write parcels (team, content, until) to a new file, whole or not at all; StoreError where it cannot be."""
        place = self._place(f"{MARK}-{uuid4().hex}")
        unfinished = self._place(f"writing-{os.getpid()}")
        try:
            unfinished.unlink(missing_ok=True)
            with os.fdopen(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as out:
                json.dump(list(parcels), out)
                out.flush()
                os.fsync(out.fileno())
            unfinished.rename(place)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise StoreError(
                f"cannot be written ({error.strerror})", which=str(place), next_step="check the disk"
            ) from error
        return place

    def take_up(self, now: str) -> int:
        """Bring what lies in such files into the store, and remove them; return how many parcels that were.

        A claim on the file's name is written with them, so that two processes, or one that is killed before it
        removes the file, do it once. StoreError where the store cannot be written to, or a file not be read.
        """
        pattern = f"{self._connections.path.name}.{MARK}-*"
        return sum(self._take(place, now) for place in sorted(self._connections.path.parent.glob(pattern)))

    def _take(self, place: Path, now: str) -> int:
        try:
            parcels = [
                (str(team), str(content), str(until))
                for team, content, until in json.loads(place.read_text())
            ]
        except FileNotFoundError:  # another process has it
            return 0
        except (OSError, ValueError, TypeError) as error:
            raise StoreError(
                "cannot be read", which=str(place), next_step="remove it; what it kept is lost"
            ) from error
        with self._connections.writing(durable=True):
            mine = self._once.claim(f"spool:{place.name}", now)
            if mine:
                self._parcels.keep(parcels)
        place.unlink(missing_ok=True)
        return len(parcels) if mine else 0

    def _place(self, name: str) -> Path:
        return Path(f"{self._connections.path}.{name}")
