"""What a curator says about an article: front matter at the head of a file, or options; both win over guesses."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.vocabulary import DETAILS

if TYPE_CHECKING:
    from collections.abc import Mapping

ONE_LINE = frozenset(DETAILS) - {"id", "lead"}
_ALIASES = {"date": "published", "number": "document_number", "link": "url", "slug": "id", "标题": "title",
            "作者": "author", "来源": "source", "日期": "published", "发布日期": "published", "链接": "url",
            "状态": "status", "文号": "document_number", "施行日期": "effective"}  # fmt: skip
_FENCE = re.compile(r"\A\s*---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([\w-]+)[ \t]*[:：][ \t]*(.*?)[ \t]*$")
_DATE = re.compile(r"(\d{4})[-/.年](?:(\d{1,2})[-/.月]?(?:(\d{1,2})日?)?)?")
LONGEST_ID = 512
"""Characters of an id: one made of the names of a file and its folder has fewer."""
_ID = re.compile(r"(?!.*(?:\.\.|//))[^\s./\\~-][^\\]*")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
"""Control characters, line ends, reversals of the direction of writing."""


def front_matter(text: str, which: str = "") -> tuple[dict[str, str], str]:
    """Return the fields between the --- lines that open a text, and the text after them.

    A text that opens with no such lines, or with none that hold a field, is returned whole.
    """
    fence = _FENCE.match(text)
    if not fence:
        return {}, text
    said: dict[str, str] = {}
    for line in fence.group(1).splitlines():
        field = _FIELD.match(line)
        if field:
            said[field.group(1).strip().lower()] = field.group(2).strip("\"'")
    return (known(said, which), text[fence.end() :]) if said else ({}, text)


def known(said: Mapping[str, object], which: str = "") -> dict[str, str]:
    """Return the fields that an article has, by their own names, with dates in ISO form; empty ones left out.

    Each is one line, whatever stands in it. Raises ReadingError for a date that is in no calendar.
    """
    fields: dict[str, str] = {}
    for name, value in said.items():
        field = _ALIASES.get(name, name)
        if field in DETAILS and value not in (None, ""):
            text = one_line(str(value)) if field in ONE_LINE else str(value)
            fields[field] = (
                _dated(text, field, which) if field in {"published", "effective"} else text.strip()
            )
    return fields


def one_line(value: str) -> str:
    """Return a value with a space for what would end the line or move the cursor of a terminal."""
    return _UNSEEN.sub(" ", value)


def check_id(name: str, which: str) -> None:
    """Raise ReadingError where an id is too long, or has characters that a path or a command line reads as its own."""
    if len(name) > LONGEST_ID or not name.isprintable() or not _ID.fullmatch(name):
        shown = one_line(name[:40]) + "…" * (len(name) > 40)
        raise ReadingError(
            f"{shown!r} cannot be an id",
            which=which,
            next_step=f"begin it with a letter or digit, no .. or \\ in it, at most {LONGEST_ID} characters",
        )


def _dated(value: str, field: str, which: str) -> str:
    """Return a date in ISO form; a month or a day may be missing, but must be one."""
    written = iso(value)
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", written):
        try:
            date.fromisoformat(written + "-01" * ((10 - len(written)) // 3))
        except ValueError as error:
            raise ReadingError(
                f"{field} {one_line(value)[:20]!r} is no date",
                which=which,
                next_step="write it as 2018, 2018-10 or 2018-10-23",
            ) from error
    return written


def iso(date: str) -> str:
    """Return a date as 2018, 2018-10 or 2018-10-23 where it can be read so, else as it is."""
    found = _DATE.match(date.strip())
    if not found:
        return date.strip()
    return "-".join(part.zfill(2) for part in found.groups() if part)
