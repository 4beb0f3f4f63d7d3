"""What takes back part of a quotation: the sentence behind it, a later paragraph, the end of a list, its lead.

The openings are closed lists of the usual ones. A limit that is missed misleads more than one too many, so
where a form is in doubt (不得, 禁止) the passage is named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.quoting.sentences import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.vocabulary import Section, Span

OPENING = 12  # characters of a sentence in which a word that limits the one before is looked for
NEXT = 3  # sections behind one that are looked at: 前三款 reaches no farther
LISTED = 40  # sections behind or before an item or a lead that are looked at: hardly a list is longer
_BACK = r"(?:除外|不适用|不受|不在此限|不得|禁止|严禁|不予|不包括)"
_CASES = rf"(?:具?有)?(?:下列|以下)[^，。：；]{{0,12}}之一[^。：；]{{0,30}}{_BACK}"
_IN_PLACE = re.compile(
    r"但|不得|除外|然而|不过|只有|禁止|严禁|本条规定不|前款|前[两二三]款|前条|上述规定不|不适用|法律另有规定|另有规定的"
)
_CUT = re.compile(r"但(?!凡)|不得|除外|然而|只有|禁止|不适用|不受|不予")
# how a paragraph opens that takes back part of the one before it; in a paragraph of its own 不得 must come first
_NEXT = re.compile(rf"但(?!凡)|然而|不过|只有|不得|除外|上述规定不|{_CASES}")
# 禁止饲养的犬种由… tells of what is forbidden and forbids nothing
_BAN = re.compile(r"(?:禁止|严禁)(?![^，。；]{1,20}的[^，。；]{0,20}，?(?:由|应当))")
_EXCEPTS = re.compile(r"[^但]*除外[。；]?")  # but for its own exception (…，但…除外)
_OF = r"(?:的?规定|所列|所称)?"
_SAID_BACK = re.compile(
    r"(?:不适用|不受)(?:本条|前条|前款|前[两二三四]款|前述|上述)|(?:本条|前条|前款|前[两二三四]款)[^。；]{0,40}(?:不适用|不受)"
)
_REFERS = re.compile(rf"(?:本条|前条|前款|前[两二三四]款|前[两二三]条|上述|前述){_OF}[^。；]{{0,60}}")
_FORBIDS = re.compile(r"不得|禁止|严禁|应当|必须|不予|不能")
_DEFINES = re.compile(
    r"(?:本条|前条|前款|前[两二三四]款|上述|前述)[^，。；不]{0,8}(?:所称|包括)|[^。；，]{0,30}(?:是指|包括[^。]{0,20}：)"
)
_CLAUSE = re.compile(r"第[一二三四五六七八九十百千零〇\d]+条(?:之[一二三四五六七八九十]+)?\s*")
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
    """Whether a sentence takes back part of the one before it in the same paragraph."""
    start, end = sentence
    opening = text[start : min(end, start + OPENING)]
    return (
        _IN_PLACE.search(opening) is not None
        or re.match(_CASES, text[start:end]) is not None
        or _EXCEPTS.fullmatch(text[start:end]) is not None
    )


def limits_behind(text: str, end: int) -> bool:
    """Whether what a quotation leaves out behind `end` limits it: the rest of its sentence, or the one after it."""
    if not text[end:].strip():
        return False
    for first, last in split(text):
        if first < end < last:
            return _CUT.search(text, end, last) is not None
        if first >= end:
            return limits_in_place(text, (first, last))
    return False


def limiting_in_place(text: str, end: int) -> str:
    """Return the sentences behind `end` that limit what stands before, one after another."""
    taken = end
    for first, last in split(text):
        if first < end:
            continue
        if not limits_in_place(text, (first, last)):
            break
        taken = last
    return text[end:taken]


def is_item(text: str) -> bool:
    """Whether a paragraph is an item of a list: （一）, （1）, 1., ① and the like."""
    return _ITEM.match(text) is not None


def announces(text: str) -> bool:
    """Whether a paragraph is the lead of a list that follows it: it ends in a colon."""
    return text.rstrip().endswith(("：", ":"))


def reach(text: str) -> int:
    """Return how many sections behind a paragraph may hold what limits it."""
    return LISTED if is_item(text) or announces(text) else NEXT


def bearing(section: Section, before: Sequence[Section], after: Sequence[Section], *, whole: bool) -> Bearing:
    """Find what bears on a section among those `before` it, nearest first, and `after` it.

    All stand under the same headings. `whole` says that its end is quoted: else only what limits all of it counts.
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
        clause = _CLAUSE.match(following)
        clauses, paragraphs = clauses + bool(clause), paragraphs + 1
        opening = _opening(following[clause.end() :] if clause else following)
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
    spans = split(text)
    return text[spans[0][0] : spans[0][1]] if spans else ""


def _limits_next(opening: str, text: str) -> bool:
    """Whether the first sentence of the next paragraph limits this one; a ban behind a ban is another ban."""
    bans = _BAN.match(opening) is not None and re.search("禁止|严禁|不得", text) is None
    return bans or _NEXT.match(opening) is not None or _EXCEPTS.fullmatch(opening) is not None


def _limits_clause(opening: str, text: str, clauses: int) -> bool:
    """Whether the first sentence of a later clause takes back part of this one (前条规定不适用于…)."""
    named = re.search("前(?:[两二三])?条", opening)
    return (
        named is not None
        and _REACH.get(named[0][:2], 1) >= clauses
        and _takes_back(opening, text, listed=False)
    )


def _limits_paragraph(opening: str, text: str, paragraphs: int, *, listed: bool) -> bool:
    """Whether a later paragraph of the same clause takes back part of this one, which it names (前两款…不适用)."""
    named = re.search("本条|前[两二三四]?[款述]|上述", opening)
    if named is None:
        return False
    far = paragraphs if named[0] == "本条" else _REACH.get(named[0][:2], 1)
    return far >= paragraphs and _takes_back(opening, text, listed=listed)


def _takes_back(opening: str, text: str, *, listed: bool) -> bool:
    """Whether a sentence that names an earlier paragraph limits it.

    Where that forbids or orders something, what may be done limits it too; behind a list whatever speaks of it does.
    """
    if _DEFINES.match(opening):
        return False
    refers = _REFERS.match(opening)
    if refers is None:
        return _SAID_BACK.search(opening) is not None
    eased = "可以" in refers[0] and _FORBIDS.search(text) is not None
    return listed or eased or re.search(_BACK, refers[0]) is not None


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
