"""Where multiprocessing puts the socket of its fork server: a folder whose path leaves room for an address."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from corpus.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

# bytes of the folder: systems take 103 of a socket's address, 32 of them are multiprocessing's own
LONGEST = 71
SHORT_FOLDERS = ("/tmp", "/var/tmp", "/usr/tmp")  # noqa: S108 - multiprocessing makes a folder of its own in it, for its owner alone
_LOCK = Lock()


@contextmanager
def short_temporary_folder() -> Iterator[None]:
    """Have `tempfile` use a folder of at most `LONGEST` bytes while the block lasts; SettingsError where none is.

    That is TMPDIR where it is short enough, else one of the system's: its socket alone is put there.
    """
    with _LOCK:
        before = tempfile.tempdir
        tempfile.tempdir = _folder()
        try:
            yield
        finally:
            tempfile.tempdir = before


def _folder() -> str:
    try:
        own = tempfile.gettempdir()
    except FileNotFoundError as error:
        raise _error("nothing can be written to any folder for temporary files") from error
    for folder in (own, *SHORT_FOLDERS):
        if (
            len(os.fsencode(folder)) <= LONGEST
            and Path(folder).is_dir()
            and os.access(folder, os.W_OK | os.X_OK)
        ):
            return folder
    raise _error(f"its path is too long for a socket ({len(os.fsencode(own))} bytes)")


def _error(what: str) -> SettingsError:
    step = f"set it to a folder that can be written to, with a path of {LONGEST} bytes at most"
    return SettingsError(what, which="TMPDIR", next_step=step)
