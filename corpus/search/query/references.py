"""What a query points at by name instead of quoting it: an article's title, a heading, a clause of a law."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from corpus.search.phrase_query import find_phrase
from corpus.text.clause_references import ARTICLE, TYPED_ARTICLE, TYPED_ITEM, TYPED_PARTS
from corpus.text.document_names import STATE
from corpus.text.normalize import normalize_letters
from corpus.text.numerals import in_characters, value

if TYPE_CHECKING:
    from corpus.search.library import Entry, Library
    from corpus.text.clause_units import ClausePlace

SHORTEST, LONGEST = 4, 60  # characters of a query that may be a title or a heading
SECTIONS = 200  # sections that are looked at under one title or heading
_CLAUSE = re.compile(rf"^(?:请问)?[《“\"\s]*+([^，。；：！？\n]{{2,40}}?)[》”\"\s的]*+{TYPED_ARTICLE}")
_BEHIND = re.compile(
    rf"^{TYPED_ARTICLE}(?P<parts>{TYPED_PARTS})(?:[\s，,]+《?|《)([^\s，。；：！？]{{2,40}}?)》?[?？]?$"
)
_PARTS = re.compile(TYPED_PARTS)
# what asks for the clause itself behind its number
_ASKS_FOR_IT = re.compile(
    "^(?:的?(?:具体|有关|相关)?(?:规定|内容|条文|条款|原文|要求)了?|讲了?|说了?|是){1,4}"
)
# a word that leads in a law where nothing else is typed; in a longer text it is a piece of a sentence
_LED = re.compile(
    rf"^(?:根据|依据|依照|按照|按|参照)(?=《?[^，。；：！？\n]{{2,40}}?》?{TYPED_ARTICLE}(?:{TYPED_ITEM})?(?:的?规定)?$)"
)
_ASKS_WHAT = re.compile(
    r"^(?:请问)?(?:(?:什么|啥)(?:是|叫)|何谓|何为)(.{2,20}?)[?？。]*$"
    r"|^(?:请问)?(.{2,20}?)(?:是什么(?:意思)?|是指什么|指的是什么|指什么|是啥|的定义(?:是什么)?|的含义(?:是什么)?)[?？。]*$"
)
_OPENS = f"{ARTICLE}?"
_DIGITS = re.compile(r"\d+")


class ClausePart(NamedTuple):
    """Which 款 and 项 of a clause a query asks for, 0 for none, and what it says behind them, as typed."""

    paragraph: int = 0
    item: int = 0
    rest: str = ""

    def is_at(self, place: ClausePlace) -> bool:
        """Whether a paragraph at this place is the 款 or 项 itself; an item may be of any 款 where none is named."""
        there = place.paragraph == self.paragraph or not self.paragraph
        return there and place.item == self.item and not place.point


def clause_of(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the law and the clause that a query names, folded: 宪法第10条 gives (宪法, (第十条, 第10条)).

    The number is given in both ways of writing it. Nothing where no clause is named.
    """
    named, number, further, _, _ = _read(text.strip())
    law = normalize_letters(named)
    if not law:
        return "", ()
    typed = normalize_letters(f"第{number}条{further}")
    behind = _DIGITS.sub(lambda digits: in_characters(int(digits[0])), further)
    return law, tuple(dict.fromkeys((f"第{in_characters(value(number))}条{behind}", typed)))


def part_of(text: str) -> ClausePart:
    """Return which 款 and 项 of the clause that it names a query asks for, and what it says besides.

    安全法第六十条第一款第（二）项 罚款 gives (1, 2, 罚款).
    """
    _, _, _, said, rest = _read(text.strip())
    numbers = _PARTS.match(said)
    paragraph, item = (value(one) if one else 0 for one in numbers.groups()) if numbers else (0, 0)
    return ClausePart(paragraph, item, _ASKS_FOR_IT.sub("", rest.strip()))


def written_law(text: str) -> str:
    """Return the law whose clause a query names, as it is written there."""
    return _read(text.strip())[0]


def _read(text: str) -> tuple[str, str, str, str, str]:
    """Return the law, the number, 之一, 款 and 项 of the clause that a query names and the rest; else nothing.

    All are as they are written.
    """
    behind = _BEHIND.match(text)
    if behind:
        return behind[6], behind[1], behind[2] or "", behind["parts"], ""
    asked = _LED.sub("", text)
    found = _CLAUSE.match(asked)
    if not found:
        return "", "", "", "", ""
    parts = _PARTS.match(asked, found.end())
    end = parts.end() if parts else found.end()
    return found[1], found[2], found[3] or "", asked[found.end() : end], asked[end:]


def defined_of(text: str) -> str:
    """Return the term whose meaning a question asks for, folded: 什么是数字经济 and 数字经济是指什么 give 数字经济."""
    found = _ASKS_WHAT.match(text.strip())
    return normalize_letters(found[1] or found[2]) if found else ""


def definitions(term: str) -> tuple[str, ...]:
    """Return how a text begins to say what a term means, folded."""
    return (f"所称{term}", f"{term}是指", f"{term}指的是", f"{term}是") if term else ()


def defines(entry: Entry, term: str) -> float:
    """Return 1 where a section says what a term means, a half where it may be a longer term, 0 elsewhere."""
    if not term or term not in entry.letters:
        return 0.0
    if f"所称{term}" in entry.letters or re.match(_OPENS + re.escape(term) + "[是指]", entry.letters):
        return 1.0
    return 0.5 * any(said in entry.letters for said in (f"{term}是指", f"{term}指的是"))


def titled(library: Library, bare: str) -> frozenset[int]:
    """Return sections under a title or heading that holds the whole query, the first SECTIONS of them."""
    if not SHORTEST <= len(bare) <= LONGEST:
        return frozenset()
    return frozenset(find_phrase(library, "heads", bare, SECTIONS))


def title_parts(entry: Entry, bare: str) -> dict[str, float]:
    """Return whether the query is the article's title (`titled`), or stands whole in it or a heading (`under`)."""
    if not SHORTEST <= len(bare) <= LONGEST or bare not in entry.head:
        return {"titled": 0.0, "under": 0.0}
    whole = entry.head.partition("\n")[0]
    return {"titled": float(bare in {whole, whole.removeprefix(STATE)}), "under": 1.0}
