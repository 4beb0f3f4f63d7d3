"""Which permanent codes the store has given already, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rows import batches, marks

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


def in_use(connection: sqlite3.Connection, codes: Sequence[str]) -> set[str]:
    """Return those of the codes that some section has, or had."""
    found: set[str] = set()
    for batch in batches(codes):
        rows = connection.execute(f"SELECT code FROM sections WHERE code IN ({marks(batch)})", batch)  # noqa: S608 - marks only
        found.update(code for (code,) in rows)
    return found


def in_others(connection: sqlite3.Connection, article: str, codes: Sequence[str]) -> set[str]:
    """Return those of the codes that a section of another article has, or had."""
    found: set[str] = set()
    for batch in batches(codes):
        rows = connection.execute(
            f"SELECT code FROM sections WHERE code IN ({marks(batch)}) AND article <> ?",  # noqa: S608 - marks only
            (*batch, article),
        )
        found.update(code for (code,) in rows)
    return found
