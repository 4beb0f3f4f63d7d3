"""A curator's list: read and checked in a process with limits, as a list too may cost more than its length."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from bot.intake.work import Work
from bot.intake.workers import Workers
from corpus.errors import PolicyError, ReadingError
from corpus.initiatives.curated import load
from corpus.reading import disk

if TYPE_CHECKING:
    from pathlib import Path

    from bot.read_limits import Limits

LARGEST = 1_000_000
"""Bytes of a list: some ten thousand names with their aliases."""


def curated_list(path: Path, limits: Limits) -> str:
    """Return the text of a curator's list that can be read as one; ReadingError, in one line, for any other file."""
    with closing(Workers(_checked, limits, 1)) as workers:
        (found,) = workers.begin(Work(path, {}, "", 0)).result()
    if isinstance(found, PolicyError):
        raise found
    return found


def _checked(work: Work) -> list[str | PolicyError]:
    """Read the list, and see that it is one."""
    try:
        text = _text(work)
        load(text)
    except PolicyError as error:
        return [error]
    return [text]


def _text(work: Work) -> str:
    raw = disk.whole(work.path, LARGEST, "leave out what the articles name themselves")
    try:
        return raw.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        step = "give a TOML file in UTF-8; docs/initiatives.md has its form"
        raise ReadingError(f"cannot be read ({error})", which=work.which, next_step=step) from error
