"""Every row of a store, and every posting of its index, for `bench/same.py`."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

INDEX = "section_index"
READ_BY = "read_as"  # names the code that read a file, which is another after every change
CLAIMS, DRAWN = (
    "once",
    re.compile(r"(?<=Ev)[0-9A-F]{8,}?(?=\d{5}\b)|\b[0-9a-f]{12}\b"),
)  # ids that Slack draws
LONG = 200  # bytes from which a digest stands for a value


def dump(path: Path, name: str, moved: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield (table, key, row as JSON) for each row in the order of its table, and a digest of each section's postings.

    `moved` gives what stands for a path that is another in each run. How the index lies on the disk depends on
    when a transaction ended, so its own tables are left out.
    """
    connection = sqlite3.connect(path)
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    for table, made in connection.execute(sql).fetchall():
        if table.startswith(f"{INDEX}_"):
            continue
        yield f"{name}: tables", table, made
        read = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - a table's own name
        columns = [column[0] for column in read.description]
        rows = (_as_json(dict(zip(columns, row, strict=True)), moved) for row in read)
        if table == CLAIMS:
            rows = iter(sorted(DRAWN.sub("…", row) for row in rows))
        for number, row in enumerate(rows):
            yield f"{name}: {table}", str(number), row
    for section, digest in _postings(connection).items():
        yield f"{name}: postings", str(section), digest
    connection.close()


def _as_json(row: Mapping[str, object], moved: Mapping[str, str]) -> str:
    values = {name: _plain(value, moved) for name, value in row.items() if name != READ_BY}
    return json.dumps(values, ensure_ascii=False)


def _plain(value: object, moved: Mapping[str, str]) -> object:
    """Return a value as JSON takes it; long bytes by their digest."""
    if isinstance(value, bytes):
        if len(value) > LONG:
            return hashlib.sha256(value).hexdigest()
        value = value.decode("utf-8", "backslashreplace")
    if isinstance(value, str):
        for path, sign in moved.items():
            value = value.replace(path, sign)
    return value


def _postings(connection: sqlite3.Connection) -> dict[int, str]:
    """Return for each section a digest of its terms, columns and places."""
    connection.execute(f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, {INDEX}, instance)")
    digests: dict[int, hashlib._Hash] = defaultdict(hashlib.sha256)
    for term, section, column, offset in connection.execute("SELECT term, doc, col, offset FROM temp.terms"):
        digests[section].update(f"{term}\0{column}\0{offset}\n".encode("utf-8", "surrogatepass"))
    return {section: digest.hexdigest() for section, digest in sorted(digests.items())}
