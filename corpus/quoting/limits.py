"""Finds exceptions and conditions outside a quotation that change its meaning (但…, 前款规定不适用…), and its list.

What words limit stands in data/limits.tsv. A limit that is missed misleads more than one too many, so where a
form is in doubt (不得, 禁止) the passage is named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text.clause_references import opening_article
from corpus.text.expressions import pattern
from corpus.text.sentences import quotable_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.vocabulary import Section, Span

OPENING = 12  # characters of a sentence in which a word that limits the one before is looked for
NEXT = 3  # sections behind one that are looked at: 前三款 reaches no farther
LISTED = 40  # sections behind or before an item or a lead that are looked at: hardly a list is longer
_IN_SENTENCE, _IN_REST, _OPENS = (pattern("limits", rule) for rule in ("sentence", "rest", "paragraph"))
_BAN, _BANNED, _STRICT = (pattern("limits", rule) for rule in ("ban", "banned", "strict"))
_CASES, _EXCEPTION, _BACK = (pattern("limits", rule) for rule in ("cases", "excepts", "back"))
_REFERS, _SAID_BACK, _DEFINES = (pattern("limits", rule) for rule in ("refers", "said back", "defines"))
_ITEM = re.compile(
    r"(?P<bracket>[（(][一二三四五六七八九十百]+[）)])|(?P<number>[（(]\d+[）)])|(?P<point>\d+(?:[．、]|\.(?!\d)))|(?P<ring>[①-⑳])"
)
_REACH = {"前两": 2, "前二": 2, "前三": 3, "前四": 4}


@dataclass(frozen=True, slots=True)
class Bearing:
    """Passages that bear on a quotation: the lead over its list, the list under its lead, what limits it."""

    led_by: Section | None = None
    followed_by: Section | None = None
    limited_by: Section | None = None


def limits_in_place(text: str, sentence: Span) -> bool:
    """Return whether a sentence takes back part of the one before it in the same paragraph."""
    start, end = sentence
    early = start + OPENING  # one character more is looked at: what makes 但 the word 但凡 may stand there
    return (
        any(found.end() <= early for found in _IN_SENTENCE.finditer(text, start, min(end, early + 1)))
        or _CASES.match(text, start, end) is not None
        or _EXCEPTION.fullmatch(text, start, end) is not None
    )


def limits_behind(text: str, end: int) -> bool:
    """Return whether what is left out behind `end` limits a quotation: the rest of its sentence, or the next one."""
    if not text[end:].strip():
        return False
    for first, last in quotable_sentences(text):
        if first < end < last:
            return _IN_REST.search(text, end, last) is not None
        if first >= end:
            return limits_in_place(text, (first, last))
    return False


def limiting_in_place(text: str, end: int) -> str:
    """Return the sentences behind `end` that limit what stands before, one after another."""
    taken = end
    for first, last in quotable_sentences(text):
        if first < end:
            continue
        if not limits_in_place(text, (first, last)):
            break
        taken = last
    return text[end:taken]


def is_item(text: str) -> bool:
    """Return whether a paragraph is an item of a list: （一）, （1）, 1., ① and the like."""
    return _ITEM.match(text) is not None


def announces(text: str) -> bool:
    """Return whether a paragraph is the lead of a list that follows it: it ends in a colon."""
    return text.rstrip().endswith(("：", ":"))


def reach(text: str) -> int:
    """Return how many sections behind a paragraph may hold what limits it."""
    return LISTED if is_item(text) or announces(text) else NEXT


def bearing(section: Section, before: Sequence[Section], after: Sequence[Section], *, whole: bool) -> Bearing:
    """Return the passages that bear on a section: the lead over it, the list under it, the exception behind it.

    They are looked for among the sections `before` it, nearest first, and `after` it, all under the same headings.
    Without `whole` its end is not quoted, and only an exception to all of it counts.
    """
    at = limiting(section.text, [one.text for one in after], whole=whole)
    led = lead(section.text, [one.text for one in before])
    return Bearing(
        led_by=None if led is None else before[led],
        followed_by=after[0] if announces(section.text) and after else None,
        limited_by=None if at is None else after[at],
    )


def limiting(text: str, after: Sequence[str], *, whole: bool = True) -> int | None:
    """Return which of the paragraphs that follow a text takes back part of it; None where none does.

    Items of the list that the text belongs to are passed over: what follows a list speaks of all of it.
    """
    listing, paragraphs, clauses = is_item(text) or announces(text), 0, 0
    for at, following in enumerate(after):
        if is_item(following):
            if listing and not clauses:
                continue
            return None
        clause = opening_article(following)
        clauses, paragraphs = clauses + bool(clause), paragraphs + 1
        opening = _opening(following[len(clause) :])
        if clause and _limits_clause(opening, text, clauses):
            return at
        if not clauses and (
            (whole and paragraphs == 1 and _limits_next(opening, text))
            or _limits_paragraph(opening, text, paragraphs, listed=listing)
        ):
            return at
    return None


def _opening(text: str) -> str:
    """Return the first sentence of a paragraph."""
    spans = quotable_sentences(text)
    return text[spans[0][0] : spans[0][1]] if spans else ""


def _limits_next(opening: str, text: str) -> bool:
    """Return whether the next paragraph opens with an exception (但…), or bans where this one bans nothing."""
    bans = _BAN.match(opening) is not None and _BANNED.search(text) is None
    return bans or _OPENS.match(opening) is not None or _EXCEPTION.fullmatch(opening) is not None


def _limits_clause(opening: str, text: str, clauses: int) -> bool:
    """Return whether the first sentence of a later clause takes back part of this one (前条规定不适用于…)."""
    named = re.search("前(?:[两二三])?条", opening)
    return (
        named is not None
        and _REACH.get(named[0][:2], 1) >= clauses
        and _takes_back(opening, text, listed=False)
    )


def _limits_paragraph(opening: str, text: str, paragraphs: int, *, listed: bool) -> bool:
    """Return whether a later paragraph of the same clause takes back part of this one by name (前两款…不适用)."""
    named = re.search("本条|前[两二三四]?[款述]|上述", opening)
    if named is None:
        return False
    far = paragraphs if named[0] == "本条" else _REACH.get(named[0][:2], 1)
    return far >= paragraphs and _takes_back(opening, text, listed=listed)


def _takes_back(opening: str, text: str, *, listed: bool) -> bool:
    """Return whether a sentence that refers to an earlier paragraph limits it: 前款规定不适用于….

    A permission (可以) limits a paragraph that forbids or orders; behind a list (`listed`) every such sentence does, a
    definition never.
    """
    if _DEFINES.match(opening):
        return False
    refers = _REFERS.match(opening)
    if refers is None:
        return _SAID_BACK.search(opening) is not None
    eased = "可以" in refers[0] and _STRICT.search(text) is not None
    return listed or eased or _BACK.search(refers[0]) is not None


def lead(text: str, before: Sequence[str]) -> int | None:
    """Return which of the paragraphs before an item, nearest first, opens its list: it ends in a colon.

    An item of the same style that ends so opens a list of its own. None for what is no item.
    """
    style = _style(text)
    for at, earlier in enumerate(before if style else ()):
        if announces(earlier) and _style(earlier) != style:
            return at
        if not is_item(earlier):
            return None
    return None


def _style(text: str) -> str | None:
    """Return how an item is numbered; None for a paragraph that is none."""
    found = _ITEM.match(text)
    return found.lastgroup if found else None
