"""The numbers of a law's parts, 第N条 and its like: the pieces that every pattern which reads them is made of.

The rows stand in data/clause_references.tsv. Each piece is a regular expression in a group of its own.
"""

from __future__ import annotations

import re
from functools import partial

from corpus.text.expressions import any_of
from corpus.text.numerals import NUMBER

_any = partial(any_of, "clause_references")
PART, CHAPTER, SECTION = (_any(rule) for rule in ("part", "chapter", "section"))
INSERTED = _any("inserted")
"""之一, behind the number of an article that was put in later."""
ARTICLE = f"(?:{_any('article')}{INSERTED}?)"
"""第三条, 第三条之一."""
ITEM = _any("item")
"""第二款, 第（…）项 without its brackets: 第三项."""
TYPED_ARTICLE = rf"第\s*({NUMBER})\s*条({INSERTED})?"
"""An article as people type it, blanks in it; its groups are the number and 之一."""
_GAP = r"\s{0,2}"  # bounded: one stands beside another
TYPED_ITEM = rf"第\s*{NUMBER}\s*[款项]"
TYPED_PARTS = (
    rf"(?:{_GAP}第?{_GAP}({NUMBER}){_GAP}款)?(?:{_GAP}第?{_GAP}[（(]?{_GAP}({NUMBER}){_GAP}[）)]?{_GAP}项)?"
)
"""The 款 and 项 of an article as people type them, either or none: 第一款第（二）项, 1款2项; in groups the numbers."""
_OPENING = re.compile(rf"{ARTICLE}\s*")
_CLAUSE = re.compile(_any("article", "item"))
_DIVISION = re.compile(rf"(?:{PART}|{CHAPTER}|{SECTION}|{ARTICLE}|{ITEM})")


def opening_article(text: str) -> str:
    """Return the number of an article that a text opens with, as printed, with the blanks behind it; else ""."""
    found = _OPENING.match(text)
    return found.group() if found else ""


def is_clause_number(text: str) -> bool:
    """Return whether a text is the number of an article, a paragraph or an item and nothing else: 第十条, 第二款."""
    return _CLAUSE.fullmatch(text) is not None


def is_division_number(text: str) -> bool:
    """Return whether a text is the number of any part of a law and nothing else: 第二章, 第三条之一, 第一款."""
    return _DIVISION.fullmatch(text) is not None
