"""Where a command runs: its settings, its streams, its clock, and the store it asked for."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from corpus.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.settings import Settings
    from db.store import Store


# what str.splitlines() takes for line ends, and JSON lets stand in a string as it is
BREAKS = re.compile("[\x7f-\x9f\u2028\u2029]")
# what moves the cursor or colours a terminal, bold and its end excepted: a text may bring it along
CONTROLS = re.compile(r"\x1b(?!\[[01]m)|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def visible(line: str) -> str:
    """Return a line as a terminal may print it, with � for each control character."""
    return CONTROLS.sub("�", line)


def private(path: str, flags: int) -> int:
    """Open a file that, where it is made, only its owner reads: an `opener` for `open`."""
    return os.open(path, flags, 0o600)


@dataclass(frozen=True, slots=True)
class CommandContext:
    """Everything a command may touch; `db` is what `--db` said, else DATABASE_URL."""

    settings: Settings
    db: str
    out: TextIO
    err: TextIO
    now: Callable[[], datetime]

    def store(self) -> Store:
        """Open the store, made where it is not there; the caller closes it (it is a context manager)."""
        # opened only by the commands that need it: the import costs a tenth of a second
        from db.store import Store

        return Store(self.db)

    def library(self, patience: float | None = None) -> Store:
        """Open a store that must be there: a mistyped path makes no empty library.

        A writer waits `patience` seconds for another; the store's own patience where none is given.
        """
        from db.connection import PATIENCE
        from db.store import Store

        if not self.has_library():
            next_step = "check --db and DATABASE_URL, or import an article first"
            raise StoreError("there is no library here", which=self.db, next_step=next_step)
        return Store(self.db, make=False, patience=PATIENCE if patience is None else patience)

    def has_library(self) -> bool:
        """Whether there is something where the library should be; SettingsError where the address is none."""
        from db.address import path_of

        return os.path.exists(path_of(self.db))  # noqa: PTH110 - Path.exists raises where a name is too long

    def say(self, line: str = "") -> None:
        """Print one line of the command's answer."""
        print(visible(line), file=self.out)

    def complain(self, line: str) -> None:
        """Print one line beside the answer: what failed."""
        print(visible(line.replace("\n", " ")), file=self.err)

    def say_json(self, shape: object) -> None:
        """Print one JSON value on one line, whatever a reader takes for the end of a line."""
        line = json.dumps(shape, ensure_ascii=False)
        self.say(BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", line))

    def stamp(self) -> str:
        """Return the present instant as the store keeps it: ISO, UTC, to the second."""
        return self.now().isoformat(timespec="seconds")
