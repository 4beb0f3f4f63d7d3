"""Files on the disk: only a regular file is opened, and none is read beyond the size that it may have."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, BinaryIO

from corpus.errors import ReadingError

if TYPE_CHECKING:
    from pathlib import Path


def shown(path: Path) -> str:
    """Return a path for a message: one line, whatever is in its name."""
    return "".join(character if character.isprintable() else "�" for character in str(path))


def opened(path: Path) -> BinaryIO:
    """Open a regular file for reading; ReadingError for anything else, which may give nothing or never end."""
    try:
        # a pipe that nobody writes to would hold the opening for ever
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError as error:
        raise ReadingError("no such file", which=shown(path), next_step="check the path") from error
    except OSError as error:
        raise unopened(path, error) from error
    if stat.S_ISREG(os.fstat(number).st_mode):
        return os.fdopen(number, "rb")
    os.close(number)
    raise ReadingError("not a file", which=shown(path), next_step="check the path")


def unopened(path: Path, error: OSError) -> ReadingError:
    """Tell in one line why a file cannot be read."""
    said = f"cannot be opened ({error.strerror})"
    return ReadingError(said, which=shown(path), next_step="check its rights")


def whole(path: Path, most: int, next_step: str) -> bytes:
    """Return all bytes of a regular file; ReadingError, with `next_step`, where there are more than `most`."""
    with opened(path) as file:
        try:
            raw = file.read(most + 1) if os.fstat(file.fileno()).st_size <= most else None
        except OSError as error:
            raise unopened(path, error) from error
    if raw is None or len(raw) > most:
        raise ReadingError(f"larger than {most // 1_000_000} MB", which=shown(path), next_step=next_step)
    return raw
