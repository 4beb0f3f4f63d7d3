"""What a query points at by name instead of quoting it: an article's title, a heading, a clause of a law."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.search.phrase_query import find_phrase
from corpus.search.query.titles import meant_titles
from corpus.text.clause_references import ARTICLE, INSERTED, TYPED_ARTICLE, TYPED_ITEM
from corpus.text.document_names import STATE, is_document, is_same
from corpus.text.expressions import any_of
from corpus.text.normalize import normalize, normalize_letters
from corpus.text.numerals import in_characters

if TYPE_CHECKING:
    from corpus.search.library import Entry, Library

SHORTEST, LONGEST = 4, 60  # characters of a query that may be a title or a heading
SECTIONS = 200  # sections that are looked at under one title or heading
MOST_CLAUSES = 500  # sections of a document that hold the number of the clause
MANY = (
    20_000  # ids read for a law's name, and for a clause's number, before they are held against one another
)
_CLAUSE = re.compile(rf"^(?:请问)?[《“\"\s]*+([^，。；：！？\n]{{2,40}}?)[》”\"\s的]*+{TYPED_ARTICLE}")
_BEHIND = re.compile(rf"^{TYPED_ARTICLE}[\s，,]+《?([^\s，。；：！？]{{2,40}}?)》?[?？]?$")
# a word that leads in a law where nothing else is typed; in a longer text it is a piece of a sentence
_LED = re.compile(
    rf"^(?:根据|依据|依照|按照|按|参照)(?=《?[^，。；：！？\n]{{2,40}}?》?{TYPED_ARTICLE}(?:{TYPED_ITEM})?(?:的?规定)?$)"
)
_ASKS_WHAT = re.compile(
    r"^(?:请问)?(?:(?:什么|啥)(?:是|叫)|何谓|何为)(.{2,20}?)[?？。]*$"
    r"|^(?:请问)?(.{2,20}?)(?:是什么(?:意思)?|是指什么|指的是什么|指什么|是啥|的定义(?:是什么)?|的含义(?:是什么)?)[?？。]*$"
)
# what stands before a law that a text cites: not the beginning of another law's name
_CITING = re.compile(rf"(?:^|[^\w]|{STATE}|[照据按由和与及或合反在对以用])$")
# a law that a piece of a sentence names, and no query
_IN_PASSING = re.compile(
    rf"^(?:[按依根参遵违]|符合)|本(?:{any_of('document_kinds', 'law')}|[章节])|上述|前款|有关"
)
_OPENS = f"{ARTICLE}?"
_DIGITS = re.compile(r"\d+")


def clause_of(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the law and the clause that a query names, folded: 宪法第10条 gives (宪法, (第十条, 第10条)).

    The number is given in both ways of writing it. Nothing where no clause is named.
    """
    named, number, further = _read(text.strip())
    law = normalize_letters(named)
    if not law:
        return "", ()
    typed = f"第{number}条{further}"
    written = _DIGITS.sub(lambda digits: in_characters(int(digits[0])), typed)
    return law, tuple(dict.fromkeys((written, typed)))


def written_law(text: str) -> str:
    """Return the law whose clause a query names, as it is written there."""
    return _read(text.strip())[0]


def _read(text: str) -> tuple[str, str, str]:
    """Return the law, the number and 之一 of the clause that a query names, as they are written; else nothing."""
    behind = _BEHIND.match(text)
    if behind:
        return behind[3], behind[1], behind[2] or ""
    found = _CLAUSE.match(_LED.sub("", text))
    return (found[1], found[2], found[3] or "") if found else ("", "", "")


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


@dataclass(frozen=True, slots=True)
class ClauseReference:
    """What a query that names a clause points at: its sections, and whether the library has such a document.

    `barred` says that nothing but a text that cites the clause may answer in place of it; `names` are what the
    document is called, folded.
    """

    sections: frozenset[int] = frozenset()
    known: bool = False
    barred: bool = False
    names: tuple[str, ...] = ()


def resolve(library: Library, law: str, numbers: tuple[str, ...]) -> ClauseReference:
    """Find the clause of a law that a query names."""
    if not numbers:
        return ClauseReference()
    articles = meant_titles(law, library).articles
    named = bool(articles) or (is_document(law, clause=True) and not _IN_PASSING.search(law))
    titles = {normalize_letters(library.articles()[key].title) for key in articles}
    names = tuple(dict.fromkeys(one.removeprefix(STATE) for one in (law, *sorted(titles))))
    ids: set[int] = set()
    for name in dict.fromkeys(title[-LONGEST:] for title in sorted(titles)):
        under = set(find_phrase(library, "heads", name, MANY))
        ids |= under.intersection(
            at for number in numbers for at in find_phrase(library, "bigrams", number, MANY)
        )
    entries = library.entries(sorted(ids)[:MOST_CLAUSES])
    sections = frozenset(one.id for one in entries if one.article in articles and _opens_with(one, numbers))
    return ClauseReference(sections, bool(articles), named and not sections, names)


def cites(text: str, names: tuple[str, ...], numbers: tuple[str, ...]) -> bool:
    """Whether a text cites a clause of a document by its name (a slip in it is forgiven), not of one that ends so."""
    folded = normalize(text)
    found = (at for number in numbers for at in re.finditer(f"的?{number}(?!之)", folded))
    return any(_ends_with(folded[: at.start()], name) for at in found for name in names)


def _ends_with(before: str, name: str) -> bool:
    """Whether a text ends with a document's name, and not with the end of a longer one."""
    widths = (width for width in (len(name), len(name) - 1, len(name) + 1) if 1 < width <= len(before))
    return any(is_same(name, before[-width:]) and _CITING.search(before[:-width]) for width in widths)


def _opens_with(entry: Entry, numbers: tuple[str, ...]) -> bool:
    """Whether a section is this clause: it begins with the number, and not with 第三条之一 for 第三条."""
    return any(
        entry.letters.startswith(number) and not re.match(INSERTED, entry.letters[len(number) :])
        for number in numbers
    )


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
