"""Kinds of damage to a library's file, each as it is met on disks: made the same way for the same seed."""

from __future__ import annotations

import sqlite3
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = 4096


def _pages(data: bytearray) -> int:
    return len(data) // PAGE


def zeroed(data: bytearray, rng: Random) -> None:
    """Zero a few pages."""
    for _ in range(8):
        at = rng.randrange(1, _pages(data)) * PAGE
        data[at : at + PAGE] = bytes(PAGE)


def all_but_the_first(data: bytearray, _: Random) -> None:
    """Zero all pages but the first."""
    data[PAGE:] = bytes(len(data) - PAGE)


def second_half(data: bytearray, _: Random) -> None:
    """Zero the second half."""
    half = _pages(data) // 2 * PAGE
    data[half:] = bytes(len(data) - half)


def cut(data: bytearray, rng: Random) -> None:
    """Cut the file anywhere."""
    del data[rng.randrange(PAGE, len(data)) :]


def halved(data: bytearray, _: Random) -> None:
    """Cut the file in half, between two pages."""
    del data[_pages(data) // 2 * PAGE :]


def cut_in_the_header(data: bytearray, _: Random) -> None:
    """Leave fifty bytes."""
    del data[50:]


def flipped(data: bytearray, rng: Random) -> None:
    """Flip a bit in two hundred places."""
    for _ in range(200):
        data[rng.randrange(100, len(data))] ^= 1 << rng.randrange(8)


def flipped_schema(data: bytearray, rng: Random) -> None:
    """Flip bits where the tables are described."""
    found, at = [], -1
    while (at := data.find(b"CREATE", at + 1)) >= 0:
        found.append(at)
    for at in found:
        data[at + rng.randrange(len(b"CREATE"))] ^= 1 << rng.randrange(8)


def noise(data: bytearray, rng: Random) -> None:
    """Overwrite pages with random bytes."""
    for _ in range(8):
        at = rng.randrange(1, _pages(data)) * PAGE
        data[at : at + PAGE] = rng.randbytes(PAGE)


def swapped(data: bytearray, rng: Random) -> None:
    """Write pages in each other's place."""
    before = bytes(data)
    for _ in range(8):
        to, source = (rng.randrange(1, _pages(data)) * PAGE for _ in range(2))
        data[to : to + PAGE] = before[source : source + PAGE]


def wrong_header(data: bytearray, _: Random) -> None:
    """Overwrite the words that a database begins with."""
    data[:16] = b"SQLite format 4\0"


def wrong_page_size(data: bytearray, _: Random) -> None:
    """Write another page size into the header."""
    data[16:18] = b"\x02\x00"


BYTES: dict[str, Callable[[bytearray, Random], None]] = {
    make.__name__: make
    for make in (
        *(zeroed, all_but_the_first, second_half, cut, halved, cut_in_the_header),
        *(flipped, flipped_schema, noise, swapped, wrong_header, wrong_page_size),
    )
}
TABLES = ("section_terms", "section_index", "sections", "articles", "meta")


def damage(path: Path, kind: str, seed: int) -> None:
    """Damage a library: one of BYTES, or a table of TABLES that is dropped."""
    if kind in TABLES:
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute(f"DROP TABLE {kind}")
        connection.close()
        return
    data = bytearray(path.read_bytes())
    BYTES[kind](data, Random(seed))  # noqa: S311 - no secret
    path.write_bytes(data)
