"""A verdict on a quotation as JSON and as lines for a terminal; its names are a contract: docs/contract.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.shapes import article_shape, section_shape
from corpus.checking.verdicts import DANGERS, OTHERS, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.shapes import Shape
    from corpus.checking.drafts import Found
    from corpus.checking.verdicts import Checked

ABSENT = "库中没有这段话；这不等于没有这份文件"


def checked_shape(checked: Checked, cited: str | None, took_ms: float) -> Shape:
    """Return the verdict on one quotation."""
    return {
        "quote": checked.quote,
        "verdict": checked.verdict,
        "flags": list(checked.flags),
        "differences": [
            {"kind": one.kind, "quote": list(one.quote), "source": list(one.source)}
            for one in checked.differences
        ],
        "article": article_shape(checked.article) if checked.article else None,
        "section": section_shape(checked.section) if checked.section else None,
        "citation": cited,
        "articles": checked.articles,
        "took_ms": round(took_ms, 3),
    }


def found_shape(found: Found) -> Shape:
    """Return where a quotation stands in its draft, and what it claims (null for nothing)."""
    named = {"title": found.claim.title, "author": found.claim.author, "date": found.claim.date}
    claimed = {name: value for name, value in named.items() if value}
    return {"at": list(found.at), "claimed": claimed or None}


def checked_lines(checked: Checked, cited: str | None) -> Iterator[str]:
    """Yield a verdict in words: what is wrong first, then the wording of the source and where it stands."""
    names = DANGERS | OTHERS
    flags = "、".join(names[flag] for flag in checked.flags)
    yield f"{VERDICTS[checked.verdict]}：{checked.quote}" + (f"（{flags}）" if flags else "")
    for one in checked.differences:
        ours = checked.quote[slice(*one.quote)]
        theirs = checked.section.text[slice(*one.source)] if checked.section else ""
        yield f"    {_told(ours, theirs)}"
    if checked.verdict == "absent":
        yield f"    {ABSENT}"
    if checked.section and checked.verdict != "exact":
        yield f"    原文：{checked.section.text}"
    if cited:
        yield f"    {cited}"


def _told(ours: str, theirs: str) -> str:
    """Say one difference in words, never as a percentage."""
    if not ours:
        return f"少了“{theirs}”"
    return f"“{ours}”不是“{theirs}”" if theirs else f"多了“{ours}”"
