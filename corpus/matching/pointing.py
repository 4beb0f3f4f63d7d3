"""What a query points at by name instead of quoting it: an article's title, a heading, a clause of a law."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.matching.folding import skeleton
from corpus.matching.runs import run

if TYPE_CHECKING:
    from corpus.matching.library import Entry, Library

SHORTEST, LONGEST = 4, 60  # characters of a query that may be a title or a heading
SECTIONS = 200  # sections that are looked at under one title or heading
MANY = (
    20_000  # ids read for a law's name, and for a clause's number, before they are held against one another
)
STATE = "中华人民共和国"  # left out of a law's title where the law is named in passing
_CLAUSE = re.compile(
    r"^[《“\"\s]*(.{2,40}?)[》”\"\s的]*第\s*([〇零一二两三四五六七八九十百千\d]{1,7})\s*条(之[一二三四五六七八九十])?"
)
_ASKS_WHAT = re.compile(
    r"^(?:请问)?(?:(?:什么|啥)(?:是|叫)|何谓|何为)(.{2,20}?)[?？。]*$"
    r"|^(?:请问)?(.{2,20}?)(?:是什么(?:意思)?|是指什么|指的是什么|指什么|是啥|的定义(?:是什么)?|的含义(?:是什么)?)[?？。]*$"
)
_OPENS = "(?:第[〇零一二三四五六七八九十百千]{1,7}条(?:之.)?)?"
_DIGITS, _UNITS = "零一二三四五六七八九", ("", "十", "百", "千")


def clause_of(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the law and the clause that a query names, folded: 宪法第10条 gives (宪法, (第十条, 第10条)).

    The number is given in both ways of writing it. Nothing where no clause is named.
    """
    found = _CLAUSE.match(text)
    law = skeleton(found[1]) if found else ""
    if found is None or not law:
        return "", ()
    number, further = found[2], found[3] or ""
    written = _in_characters(int(number)) if number.isdigit() else number
    return law, tuple(dict.fromkeys(f"第{one}条{further}" for one in (written, number)))


def defined_of(text: str) -> str:
    """Return the term whose meaning a question asks for, folded: 什么是数字经济 and 数字经济是指什么 give 数字经济."""
    found = _ASKS_WHAT.match(text.strip())
    return skeleton(found[1] or found[2]) if found else ""


def definitions(term: str) -> tuple[str, ...]:
    """Return how a text begins to say what a term means, folded."""
    return (f"所称{term}", f"{term}是指", f"{term}指的是", f"{term}是") if term else ()


def defines(entry: Entry, term: str) -> float:
    """Return 1 where a section says what a term means, a half where it may be a longer term, 0 elsewhere."""
    if not term or term not in entry.skeleton:
        return 0.0
    if f"所称{term}" in entry.skeleton or re.match(_OPENS + re.escape(term) + "[是指]", entry.skeleton):
        return 1.0
    return 0.5 * any(said in entry.skeleton for said in (f"{term}是指", f"{term}指的是"))


def _in_characters(number: int) -> str:
    """Write a number up to 9,999 as laws do: 15 is 十五, 110 is 一百一十."""
    digits = str(number)
    if len(digits) > len(_UNITS) or number == 0:
        return digits
    parts = [
        _DIGITS[int(digit)] + _UNITS[len(digits) - at - 1] if digit != "0" else "零"
        for at, digit in enumerate(digits)
    ]
    joined = re.sub("零+", "零", "".join(parts)).rstrip("零")
    return joined.removeprefix("一") if joined.startswith("一十") else joined


def clauses(library: Library, law: str, numbers: tuple[str, ...]) -> tuple[frozenset[int], bool]:
    """Return the sections that are the clause of a law, and whether the library has a law of that name at all."""
    under = set(run(library, "heads", law, MANY))
    named = under and any(named_share(entry, law) for entry in library.entries(sorted(under)[:SECTIONS]))
    if not named:
        return frozenset(), False
    ids = {at for number in numbers for at in run(library, "bigrams", number, MANY)} & under
    entries = library.entries(sorted(ids)[:SECTIONS])
    return frozenset(one.id for one in entries if is_clause(one, law, numbers)), True


def named_share(entry: Entry, law: str) -> float:
    """Return how much of an article's title a law's name is, 0 to 1; the state's name before it does not count."""
    title = entry.head.partition("\n")[0].removeprefix(STATE)
    name = law.removeprefix(STATE)
    return len(name) / len(title) if name and name in title else 0.0


def is_clause(entry: Entry, law: str, numbers: tuple[str, ...]) -> bool:
    """Whether a section is this clause of this law."""
    return bool(numbers) and entry.skeleton.startswith(numbers) and named_share(entry, law) > 0


def titled(library: Library, bare: str) -> frozenset[int]:
    """Return sections under a title or heading that holds the whole query, the first SECTIONS of them."""
    if not SHORTEST <= len(bare) <= LONGEST:
        return frozenset()
    return frozenset(run(library, "heads", bare, SECTIONS))


def title_parts(entry: Entry, bare: str) -> dict[str, float]:
    """Return whether the query is the article's title (`titled`), or stands whole in it or a heading (`under`)."""
    if not SHORTEST <= len(bare) <= LONGEST or bare not in entry.head:
        return {"titled": 0.0, "under": 0.0}
    whole = entry.head.partition("\n")[0]
    return {"titled": float(bare in {whole, whole.removeprefix(STATE)}), "under": 1.0}
