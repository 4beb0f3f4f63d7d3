"""The verdicts and flags of the contract in their order, and what a check answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from corpus.vocabulary import Article, Section, Span

Verdict = Literal["misattributed", "truncated", "exact", "superseded", "spliced", "near", "absent"]
Kind = Literal["replaced", "left out", "put in"]
VERDICTS: dict[Verdict, str] = {
    "misattributed": "出处不符",
    "truncated": "截断",
    "exact": "一致",
    "superseded": "旧版",
    "spliced": "拼接",
    "near": "有出入",
    "absent": "未找到",
}
"""Every verdict in order of precedence, and what people read."""
DANGERS = {
    "negation": "否定",
    "number": "数字",
    "modality": "规范用语",
    "entity": "主体",
    "limit": "限定",
    "strength": "程度",
    "subject": "主语",
    "order": "次序",
    "source": "出处",
    "number_style": "数字写法",
}
"""The danger flags, the worst first."""
OTHERS = {"elided": "有省略", "inserted": "有插入语", "common": "常用语"}
"""The other flags."""


@dataclass(frozen=True, slots=True)
class QuoteDifference:
    """One difference: offsets into the quotation as given, and into the section's text."""

    kind: Kind
    quote: Span
    source: Span


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer to one quotation; `articles` counts those that hold its words, None where none is looked for."""

    quote: str
    verdict: Verdict
    flags: tuple[str, ...] = ()
    differences: tuple[QuoteDifference, ...] = ()
    article: Article | None = None
    section: Section | None = None
    articles: int | None = None


def ordered(flags: set[str] | frozenset[str]) -> tuple[str, ...]:
    """Return flags in the order of the contract, dangers first."""
    return tuple(one for one in (*DANGERS, *OTHERS) if one in flags)
