"""The empty file that a database begins as: for its owner alone, as SQLite gives its other files the same mode."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpus.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


def make_file(path: Path) -> None:
    """Make an empty file where there is none, and close an empty one to others; StoreError where none can be made.

    An empty file of another owner keeps the mode that it was given.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        if path.is_file():  # a link to nothing is told by who opens it
            found = path.stat()
            if not found.st_size and found.st_uid == os.geteuid():
                path.chmod(0o600)
    except OSError as error:
        raise _cannot_make(path, error) from error


def _cannot_make(path: Path, error: OSError) -> StoreError:
    """Tell in one line why a database cannot be made, and what to do."""
    if not os.path.isdir(path.parent):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        return StoreError("lies in no folder", which=str(path), next_step=f"make {path.parent} first")
    next_step = "check the path and the rights to its folder"
    return StoreError(f"cannot be made ({error.strerror})", which=str(path), next_step=next_step)
