"""Where a command runs: its settings, its streams, its clock, and the store it asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.settings import Settings
    from db.store import Store


@dataclass(frozen=True, slots=True)
class Place:
    """Everything a command may touch; `db` is what `--db` said, else DATABASE_URL."""

    settings: Settings
    db: str
    out: TextIO
    err: TextIO
    now: Callable[[], datetime]

    def store(self) -> Store:
        """Open the store; the caller closes it (it is a context manager)."""
        # opened only by the commands that need it: the import costs a tenth of a second
        from db.store import Store

        return Store(self.db)

    def say(self, line: str = "") -> None:
        """Print one line of the command's answer."""
        print(line, file=self.out)

    def stamp(self) -> str:
        """Return the present instant as the store keeps it: ISO, UTC, to the second."""
        return self.now().isoformat(timespec="seconds")
