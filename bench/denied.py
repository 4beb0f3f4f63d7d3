"""Whether a refusal denies what a library has: each title, place and year of it, beside something that is absent.

    python bench/denied.py ARTICLES.jsonl LIBRARY

LIBRARY is a database into which the articles were imported. Each title is asked for in five frames with an absent
clause, year, figure or topic, and each place and year of a title with an absent topic. Every claim of a refusal is
looked up in the titles, texts and headings themselves. It lists the untrue ones.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.search.query.holdings import REPORT, years_of
from corpus.text.document_names import STATE, is_same, places
from corpus.text.normalize import normalize, normalize_letters
from db.store import Store
from handlers.answering import Answering

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.search.present.refusals import Refusal
    from handlers.answer import Answer

FRAMES = (
    "{}第九千九百九十九条",
    "{} 1931年",
    "{} 增长98.76%",
    "{} 潜水艇补贴",
    "请问{}里关于潜水艇补贴是怎么说的？",
)
BESIDE = ("{}潜水艇补贴", "{} 潜水艇补贴", "请问{}的潜水艇补贴有多少")


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a library holds, for looking claims up: titles as printed, and the letters of each line with its title."""

    titles: tuple[str, ...]
    letters: tuple[str, ...]

    @classmethod
    def of(cls, texts: Iterable[tuple[str, str]]) -> Shelf:
        """Return what articles hold, of each its title and text."""
        every = list(texts)
        lines = (normalize_letters(f"{title}\n{line}") for title, text in every for line in text.split("\n"))
        return cls(tuple(title for title, _ in every), tuple(lines))

    def holds(self, *names: str) -> bool:
        """Whether one line, with the title over it, holds all of some names, perhaps without the state."""
        bare = [normalize_letters(name).removeprefix(STATE) for name in names]
        return any(all(name in one for name in bare) for one in self.letters)

    def has_document(self, name: str) -> bool:
        """Whether some title is a name or holds it."""
        bare = normalize_letters(name)
        titles = [normalize_letters(title) for title in self.titles]
        return any(is_same(bare, title) or bare.removeprefix(STATE) in title for title in titles)

    def has_report(self, asked: str) -> bool:
        """Whether a work report is of a place and year, or of either alone (四川2026年)."""
        year, place = next(iter(years_of(normalize(asked))), 0), next(iter(named_places(asked)), "")
        return any(
            REPORT in title and (not year or year in years_of(normalize(title))) and place in title
            for title in self.titles
        )


def named_places(text: str) -> list[str]:
    """Return the places of a text in their short forms."""
    return [place for place in places() if place in text]


def untrue(refusal: Refusal, shelf: Shelf) -> bool:
    """Whether a refusal claims of a library what is not so."""
    said, claim = refusal.said, refusal.claim
    if not refusal.lacking:
        return False
    there = shelf.has_document(said[0])
    answers = {
        "name": any(map(shelf.holds, said)),
        "document": there,
        "namesakes": not there,
        "clause": not there,
        "clauses": not there,
        "last": not there,
        "inside": not there or shelf.holds(*said),
        "together": shelf.holds(*said),
    }
    if claim in answers:
        return answers[claim]
    return shelf.has_report(said[0]) or not all(map(shelf.has_report, said[1:]))


def queries(titles: Iterable[str]) -> Iterator[str]:
    """Yield each title in each frame, and its places and years beside an absent topic."""
    beside: dict[str, None] = {}
    for title in titles:
        yield from (frame.format(title) for frame in FRAMES)
        beside |= dict.fromkeys(named_places(title))
        beside |= {f"{year}年": None for year in sorted(years_of(normalize(title)))}
    yield from (frame.format(one) for one in beside for frame in BESIDE)


def refusals(answer: Answer) -> list[Refusal]:
    """Return every refusal in an answer, those of the sides of a comparison too."""
    return [answer.refusal, *(side.refusal for side in answer.sides)]


def main(path: str, library: str) -> int:
    """Ask of each title, place and year of a file of articles; return 1 where one was denied."""
    articles = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    shelf = Shelf.of((article["title"], article["text"]) for article in articles)
    store = Store(library)
    answering = Answering(store)
    asked, refused, wrong = 0, 0, []
    for query in queries(shelf.titles):
        answer = answering.search(query)
        asked, refused = asked + 1, refused + (not answer.answered)
        wrong += [
            f"{query}: {one.claim} {'、'.join(one.said)}"
            for one in refusals(answer)
            if not answer.answered and untrue(one, shelf)
        ]
    wrong += [f"{title}: not answered" for title in shelf.titles if not answering.search(title).answered]
    store.close()
    print(f"{asked} asked, {refused} refused, {len(wrong)} untrue")
    for line in wrong:
        print(f"  {line}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
