"""The sections of the clause that a query names, the paragraph or item that is asked for first; how far a law goes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from corpus.search.phrase_query import find_phrase
from corpus.search.query.titles import meant_titles
from corpus.text.clause_references import INSERTED
from corpus.text.clause_units import opening, parts
from corpus.text.document_names import ATTACHED, STATE, is_document, is_same
from corpus.text.expressions import any_of
from corpus.text.normalize import normalize, normalize_letters
from corpus.text.numerals import in_characters
from corpus.text.segmentation import asks, cut_words, is_stop

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.search.library import Entry, Library
    from corpus.search.query.references import ClausePart
    from corpus.vocabulary import Section

LONGEST = 60  # characters of a title that are looked for
MOST_CLAUSES = 500  # sections of a document that hold the number of the clause
MANY = (
    20_000  # ids read for a law's name, and for a clause's number, before they are held against one another
)
OPENS = (
    0.9  # what the opening of a clause counts where another paragraph of it has the words that are asked for
)
# what stands before a law that a text cites: not the beginning of another law's name
_CITING = re.compile(rf"(?:^|[^\w]|{STATE}|[照据按由和与及或合反在对以用])$")
_COUNTED = re.compile(r"(?<=解释)(?:[一二三四五六七八九十]{1,2}|\d{1,2})$")  # of a law's interpretations, one
# a law that a piece of a sentence names, and no query
_IN_PASSING = re.compile(
    rf"^(?:[按依根参遵违]|符合)|本(?:{any_of('document_kinds', 'law')}|[章节])|上述|前款|有关"
)


@dataclass(frozen=True, slots=True)
class ClauseReference:
    """What a query that names a clause points at: its sections, and whether the library has such a document.

    `sections` are those that are meant, each with how much, 1 for the one asked for. `barred` says that nothing but a
    text that cites the clause may answer in place of it; `names` are what the document is called, folded. `lacking` is
    the 款 or 项 that the clause does not have, with its number: then no text stands in for it.
    """

    sections: Mapping[int, float] = field(default_factory=dict)
    known: bool = False
    barred: bool = False
    names: tuple[str, ...] = ()
    lacking: str = ""


class Extent(NamedTuple):
    """How far the clauses of a document go: the number of the last, and whether these are all from the first on."""

    last: int
    whole: bool


def resolve(library: Library, law: str, numbers: tuple[str, ...], part: ClausePart) -> ClauseReference:
    """Find the clause of a law that a query names, and in it the paragraph or item that it asks for."""
    if not numbers:
        return ClauseReference()
    articles = meant_titles(law, library).articles
    named = bool(articles) or (
        is_document(_COUNTED.sub("", law), clause=True) and not _IN_PASSING.search(law)
    )
    titles = sorted({normalize_letters(library.articles()[key].title) for key in articles})
    names = tuple(dict.fromkeys(one.removeprefix(STATE) for one in (law, *titles)))
    opened = _opened(library, articles, titles, _forms(numbers))
    sections = {at: value for one in opened for at, value in _meant(library, one, part).items()}
    lacking = _written(numbers[0], part) if opened and not sections else ""
    return ClauseReference(sections, bool(articles), named and not sections, names, lacking)


def _forms(numbers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the number of a clause in every way in which a text may print it: in digits too."""
    number, further = opening(f"{numbers[0]} ") or (0, 0)
    if not number:
        return numbers
    digits = f"第{number}条"
    ways = (f"{digits}之{in_characters(further)}", f"{digits}之{further}") if further else (digits,)
    return tuple(dict.fromkeys((*numbers, *ways)))


def _opened(
    library: Library, articles: frozenset[str], titles: Iterable[str], numbers: tuple[str, ...]
) -> list[Entry]:
    """Return the sections of some articles that open a clause."""
    ids: set[int] = set()
    for name in dict.fromkeys(title[-LONGEST:] for title in titles):
        under = set(find_phrase(library, "heads", name, MANY))
        ids |= under.intersection(
            at for number in numbers for at in find_phrase(library, "bigrams", number, MANY)
        )
    entries = library.entries(sorted(ids)[:MOST_CLAUSES])
    opened = [one for one in entries if one.article in articles and _opens_with(one, numbers)]
    return [one for key in articles for one in _of_annex([one for one in opened if one.article == key])]


def _of_annex(opened: list[Entry]) -> list[Entry]:
    """Return, of the clauses of one number in one article, those of the document that its letter brings along.

    The letter comes first, and the title of the document may be a heading over its clauses.
    """
    letter = ATTACHED.search(opened[0].head.partition("\n")[0]) if len(opened) > 1 else None
    if letter is None:
        return opened
    inside = [one for one in opened if letter["name"] in one.head.partition("\n")[2]]
    return [(inside or opened)[-1]]


def _opens_with(entry: Entry, numbers: tuple[str, ...]) -> bool:
    """Whether a section is this clause: it begins with the number, and not with 第三条之一 for 第三条."""
    return any(
        entry.letters.startswith(number) and not re.match(INSERTED, entry.letters[len(number) :])
        for number in numbers
    )


def _meant(library: Library, first: Entry, part: ClausePart) -> dict[int, float]:
    """Return how much the sections of one clause are meant: its opening, or the 款 and 项 or the words asked for."""
    words = [word for word in cut_words(normalize_letters(part.rest)) if not (is_stop(word) or asks(word))]
    if not (part.paragraph or part.item or words):
        return {first.id: 1.0}
    unit = _unit(library, first)
    if part.paragraph or part.item:
        places = zip((at for at, _ in unit), parts([one.text for _, one in unit]), strict=False)
        found = [at for at, one in places if part.is_at(one)]
        return {found[0]: 1.0} if found else {}
    held = [sum(len(word) for word in words if word in normalize_letters(one.text)) for _, one in unit]
    best = max(range(len(unit)), key=lambda at: (held[at], -at))
    return {first.id: OPENS, unit[best][0]: 1.0}


def _unit(library: Library, first: Entry) -> list[tuple[int, Section]]:
    """Return the sections of the clause that one opens, in order, each with its id."""
    ids = library.of_articles([first.article], MANY)
    known = sorted(zip(ids, library.sections(ids), strict=True), key=lambda one: one[1].number)
    start = next(at for at, (key, _) in enumerate(known) if key == first.id)
    unit = [known[start]]
    for at, section in known[start + 1 :]:
        if section.headings != unit[0][1].headings or opening(section.text):
            break
        unit.append((at, section))
    return unit


def _written(clause: str, part: ClausePart) -> str:
    """Write a clause with the 款 and 项 that are asked for: 第三条第二款第（一）项."""
    paragraph = f"第{in_characters(part.paragraph)}款" if part.paragraph else ""
    return f"{clause}{paragraph}" + (f"第（{in_characters(part.item)}）项" if part.item else "")


def extent(library: Library, articles: Sequence[str]) -> Extent:
    """Return how far the clauses of a document go, of which some articles hold a piece each; (0, False) for none."""
    texts = (one.text for one in library.sections(library.of_articles(articles, MANY)))
    found = {number for text in texts if (number := opening(text))}
    last = max((number for number, _ in found), default=0)
    return Extent(last, last > 0 and found == {(at, 0) for at in range(1, last + 1)})


def cites(text: str, names: tuple[str, ...], numbers: tuple[str, ...]) -> bool:
    """Whether a text cites a clause of a document by its name (a slip in it is forgiven), not of one that ends so."""
    folded = normalize(text)
    found = (at for number in numbers for at in re.finditer(f"的?{number}(?!之)", folded))
    return any(_ends_with(folded[: at.start()], name) for at in found for name in names)


def _ends_with(before: str, name: str) -> bool:
    """Whether a text ends with a document's name, and not with the end of a longer one."""
    widths = (width for width in (len(name), len(name) - 1, len(name) + 1) if 1 < width <= len(before))
    return any(is_same(name, before[-width:]) and _CITING.search(before[:-width]) for width in widths)
