"""What a curator says about an article: front matter at the head of a file, or options; both win over guesses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS = (
    "id",
    "title",
    "author",
    "source",
    "published",
    "url",
    "status",
    "document_number",
    "effective",
    "lead",
)
_ALIASES = {"date": "published", "number": "document_number", "link": "url", "slug": "id", "标题": "title",
            "作者": "author", "来源": "source", "日期": "published", "发布日期": "published", "链接": "url",
            "状态": "status", "文号": "document_number", "施行日期": "effective"}  # fmt: skip
_FENCE = re.compile(r"\A\s*---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([\w\u4e00-\u9fff-]+)[ \t]*[:：][ \t]*(.*?)[ \t]*$")
_DATE = re.compile(r"(\d{4})[-/.年](?:(\d{1,2})[-/.月]?(?:(\d{1,2})日?)?)?")


def front_matter(text: str) -> tuple[dict[str, str], str]:
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
    return (known(said), text[fence.end() :]) if said else ({}, text)


def known(said: Mapping[str, object]) -> dict[str, str]:
    """Return the fields that an article has, by their own names, with dates in ISO form; empty ones left out."""
    fields: dict[str, str] = {}
    for name, value in said.items():
        field = _ALIASES.get(name, name)
        if field in FIELDS and value not in (None, ""):
            fields[field] = iso(str(value)) if field in {"published", "effective"} else str(value).strip()
    return fields


def iso(date: str) -> str:
    """Return a date as 2018, 2018-10 or 2018-10-23 where it can be read so, else as it is."""
    found = _DATE.match(date.strip())
    if not found:
        return date.strip()
    return "-".join(part.zfill(2) for part in found.groups() if part)
