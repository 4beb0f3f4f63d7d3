"""The texts that quotations are checked against: every article's wording, folded, and where stretches stand in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from corpus.checking.folding import Folded, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.vocabulary import Article, Section, Span

BETWEEN = "\x00"
_SENTENCE = re.compile(r"[。!?]+")


@dataclass(frozen=True)
class ArticleWording:
    """One version of an article: its canonical text and the sections cut from it, in order."""

    article: Article
    text: str
    sections: tuple[Section, ...]

    @cached_property
    def folded(self) -> Folded:
        """The text folded by N."""
        return fold(self.text)

    @cached_property
    def paragraphs(self) -> list[int]:
        """The folded places where paragraphs begin, and the end of the text."""
        starts = [0, *(found.end() for found in re.finditer(r"\n+", self.text)), len(self.text)]
        return sorted({self.folded.place(at) for at in starts})

    @cached_property
    def sentences(self) -> list[int]:
        """The folded places where sentences begin, paragraphs too, and the end of the text."""
        ends = (found.end() for found in _SENTENCE.finditer(self.folded.text))
        return sorted({*self.paragraphs, *ends})

    def paragraph(self, at: int) -> Span:
        """Return the folded bounds of the paragraph that a folded place stands in."""
        return _around(self.paragraphs, at)

    def sentence(self, at: int) -> Span:
        """Return the folded bounds of the sentence that a folded place stands in."""
        return _around(self.sentences, at)

    def section_at(self, at: int) -> Section | None:
        """Return the section that holds a place of the text, else the next one, else the last; None without any."""
        place = bisect_right([one.start for one in self.sections], at) - 1
        if place >= 0 and at < self.sections[place].end:
            return self.sections[place]
        behind = self.sections[place + 1 : place + 2] or self.sections[-1:]
        return behind[0] if behind else None


def _around(starts: Sequence[int], at: int) -> Span:
    place = max(0, bisect_right(starts, at) - 1)
    place = min(place, max(0, len(starts) - 2))
    return starts[place], starts[min(place + 1, len(starts) - 1)]


@dataclass(frozen=True)
class Place:
    """Where folded words stand: offsets into the folded text of a wording."""

    wording: ArticleWording
    start: int
    end: int


class Wordings:
    """Many wordings, their foldings one behind another, so that one look finds words in all of them."""

    def __init__(self, wordings: Sequence[ArticleWording]) -> None:
        self.wordings = tuple(wordings)
        self._by_id = {one.article.id: one for one in self.wordings}
        texts = [one.folded.text for one in self.wordings]
        self._joined = BETWEEN.join(texts)
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))[:-1]

    def of(self, article: str) -> ArticleWording | None:
        """Return the wording of an article."""
        return self._by_id.get(article)

    def holds(self, folded: str) -> bool:
        """Return whether folded words stand anywhere."""
        return bool(folded) and folded in self._joined

    def places(self, folded: str, most: int) -> Iterator[Place]:
        """Yield where folded words stand, at most `most` places."""
        at = self._joined.find(folded) if folded else -1
        while at >= 0 and most > 0:
            yield self._placed(at, len(folded))
            at, most = self._joined.find(folded, at + 1), most - 1

    def holders(self, folded: str) -> list[ArticleWording]:
        """Return every wording that holds folded words, each once."""
        found: list[ArticleWording] = []
        at = self._joined.find(folded) if folded else -1
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            found.append(self.wordings[place])
            if place + 1 == len(self._starts):
                break
            at = self._joined.find(folded, self._starts[place + 1])
        return found

    def _placed(self, at: int, length: int) -> Place:
        place = bisect_right(self._starts, at) - 1
        start = at - self._starts[place]
        return Place(self.wordings[place], start, start + length)
