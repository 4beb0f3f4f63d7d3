"""The passage that says best what an initiative is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.text.normalize import QUOTES
from corpus.text.sentences import quotable_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.vocabulary import Section, Span

DefinitionRule = Literal["statement", "explanation", "quoted", "run-in", "longest"]
RULES: tuple[DefinitionRule, ...] = ("statement", "explanation", "quoted", "run-in", "longest")
"""From the surest sign of a definition to none at all."""

_SAYS = re.compile(
    r"[”」』\"]?(?:的|建设|试点|战略|工程|行动|制度|改革|模式)*[，,]?(?:是|指|即|就是)(?!否|因|由)"
)
_MEANS = re.compile(r"[”」』\"]?[，,]?(?:是指|指的是|即|就是)")
_BRACKET = re.compile(r"[”」』\"]?（(?!以下|简称|下称)[^（）]{8,}）")


@dataclass(frozen=True, slots=True)
class Defining:
    """The sentence that defines, a slice of its section, and the rule that chose it."""

    section: Section
    start: int
    end: int
    rule: DefinitionRule

    @property
    def text(self) -> str:
        """The sentence as it stands."""
        return self.section.text[self.start : self.end]


def defining(mentions: Iterable[tuple[Section, Span]], longest: int | None = None) -> Defining | None:
    """Return the sentence that defines best, of mentions in reading order; None where there are none.

    A statement (X是…) goes before an explanation in brackets, that before the first quoted mention, that
    before a run-in head, and that before the longest sentence; of equals the earliest is taken. A sentence of
    more than `longest` characters is taken only where all are longer.
    """
    sentences: dict[str, list[Span]] = {}  # of each section once, however often it names the initiative
    found = []
    for section, span in mentions:
        if section.text not in sentences:
            sentences[section.text] = list(quotable_sentences(section.text))
        found.append(_weighed(section, span, sentences[section.text]))
    fit = [one for one in found if longest is None or one.end - one.start <= longest]
    return min(fit or found, key=_order, default=None)


def _order(one: Defining) -> tuple[int, int]:
    return RULES.index(one.rule), (one.start - one.end) if one.rule == "longest" else 0


def _weighed(section: Section, span: Span, sentences: Sequence[Span]) -> Defining:
    whole = 0, len(section.text)
    start, end = next(((start, end) for start, end in sentences if start <= span[0] < end), whole)
    return Defining(section, start, end, _rule(section, span, start))


def _rule(section: Section, span: Span, sentence: int) -> DefinitionRule:
    text = section.text
    if _MEANS.match(text, span[1]) or (_opens(text, sentence, span[0]) and _SAYS.match(text, span[1])):
        return "statement"
    if _BRACKET.match(text, span[1]):
        return "explanation"
    if text[max(0, span[0] - 1) : span[0]] in QUOTES:
        return "quoted"
    return "run-in" if span[1] <= section.run_in else "longest"


def _opens(text: str, sentence: int, start: int) -> bool:
    """Return whether the name is the subject: it opens the sentence, but for a mark or 所谓."""
    return all(char in QUOTES for char in text[sentence:start].removeprefix("所谓").removeprefix("所称"))
