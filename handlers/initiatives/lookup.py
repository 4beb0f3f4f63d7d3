"""The thinking behind an initiative's card: which name is meant, what defines it, where else it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from corpus.initiatives.card.defining import defining
from corpus.initiatives.card.wordings import compare
from corpus.initiatives.near import near
from corpus.initiatives.passing import in_passing, in_talk
from corpus.initiatives.spotting import Spotter
from corpus.search.present.suggestions import other_than
from corpus.search.query.language import LONGEST
from corpus.text.normalize import normalize_letters
from handlers.answering import quote
from handlers.clause_places import place_of
from handlers.initiatives.asking import Put
from handlers.initiatives.card import (
    ArticleMentions,
    Card,
    CardFound,
    NamesPage,
    NamingPassages,
    PassagesFound,
)
from handlers.ranges import quote_range

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.vocabulary import Initiative, Span
    from db.rows import SectionRow
    from db.store import Store
    from handlers.answer import Answer, Quoted
    from handlers.answering import Answering

PAGE = 3  # mentions a page
COMPARED = 4  # wordings side by side; a message holds no more long sentences
LISTED = 30  # names a page
LONGEST_NEAR = 60  # characters of a question that can be near a name

QUOTABLE = 1_500  # characters of a sentence that still goes into a message; a longer one defines only alone

Standing = tuple["SectionRow", tuple["Span", ...]]


class Lookup:
    """Looks names up in one store; safe to share between threads.

    The matcher is made anew whenever the store has changed, so that a name learnt a moment ago, by any
    process, is spotted in the next message.
    """

    def __init__(self, store: Store, answering: Answering) -> None:
        self._store, self._answering = store, answering
        self._lock = Lock()
        self._made: tuple[int, Mapping[str, str], Spotter] | None = None

    def spot(self, text: str) -> tuple[str, ...]:
        """Return the names that a text holds, each once, in order; a longer name takes its parts with it."""
        _, spotter = self._known()
        return tuple(dict.fromkeys(found.name for found in spotter.spot(text)))

    def spot_in_passing(self, text: str) -> tuple[str, ...]:
        """Return the names that a text holds and surely means, though nobody asks about one; as `spot` does."""
        _, spotter = self._known()
        return tuple(dict.fromkeys(found.name for found in in_passing(text, spotter.spot(text))))

    def spot_in_talk(self, text: str) -> tuple[str, ...]:
        """Return the names distinctive enough for a reply that nobody asked for: stricter than `spot_in_passing`."""
        _, spotter = self._known()
        return tuple(dict.fromkeys(found.name for found in in_talk(text, spotter.spot(text))))

    def find(self, text: str, *, limit: int) -> CardFound | PassagesFound:
        """Answer a question with a card: exact name or alias, names in it, one near name; else with passages.

        The library is searched at most once; only the beginning of a very long question is searched for.
        A question that is narrowed by a filter or an exclusion, that quotes, or that stands word for word in a
        passage and says more than a name, is answered by passages, whatever names it holds.
        """
        exact = self.exact(text)
        if exact is not None:
            return CardFound(exact)
        put, spotted = Put.of(text), self._known()[1].spot(text)
        names = tuple(dict.fromkeys(one.name for one in spotted))
        named = put.only_names(text[one.start : one.end] for one in spotted)
        answer = self._answering.search(text[:LONGEST], limit=limit)
        if put.narrowed or (not named and (put.quoting or _is_literal(put, names, answer))):
            return PassagesFound(answer, names)
        for which, name in enumerate(names):
            card = self.exact(name)
            if card is not None:
                return CardFound(card, names[:which] + names[which + 1 :])
        close = self.nearest(text)
        if close is None or _is_literal(put, (close.name,), answer):
            return PassagesFound(answer)
        return CardFound(close)

    def about(self, name: str) -> Card | None:
        """Return the card of a name or alias, or of the one name near it; None where there is none."""
        return self.exact(name) or self.nearest(name)

    def exact(self, name: str) -> Card | None:
        """Return the card of a name or alias in any script, width or quotes; None where there is none."""
        if not name.strip():
            return None
        initiative = self._store.initiatives.get(name)
        return self._card(initiative) if initiative is not None else None

    def nearest(self, text: str) -> Card | None:
        """Return the card of the one name near a text, marked as such; None where there is none, or more."""
        if not text.strip() or len(text) > LONGEST_NEAR:
            return None
        ways, _ = self._known()
        found = near(text, ways)
        slips = [one for one in found if one.rule == "slip"] or found
        card = self.exact(slips[0].name) if len(slips) == 1 else None
        return replace(card, asked=text) if card is not None else None

    def near_names(self, text: str, most: int = 5) -> tuple[str, ...]:
        """Return names to suggest where none is meant for sure."""
        ways, _ = self._known()
        found = (one.name for one in near(text[:LONGEST_NEAR], ways))
        return other_than([text], found)[:most]

    def mentions(self, name: str, *, offset: int = 0, limit: int = PAGE) -> NamingPassages | None:
        """Return one page of the passages that name it, in the order of publication."""
        initiative = self._store.initiatives.get(name)
        if initiative is None:
            return None
        standing = self._standing(initiative)
        page = tuple(self._quoted(*one) for one in standing[offset : offset + limit])
        return NamingPassages(initiative.name, page, len(standing), offset, limit)

    def wordings(self, name: str, *, offset: int = 0, limit: int = COMPARED) -> NamingPassages | None:
        """Return one page of the first sentences that name it, an article each, compared with one another."""
        initiative = self._store.initiatives.get(name)
        if initiative is None:
            return None
        first: dict[str, Standing] = {}
        for stored, spans in self._standing(initiative):
            first.setdefault(stored.article.id, (stored, spans[:1]))
        page = [self._quoted(*one) for one in list(first.values())[offset : offset + limit]]
        compared = compare([one.excerpt.text for one in page])
        marked = tuple(
            replace(one, excerpt=replace(one.excerpt, highlights=wording.differs))
            for one, wording in zip(page, compared, strict=True)
        )
        return NamingPassages(initiative.name, marked, len(first), offset, limit)

    def first_in(self, article: str, ways: Sequence[str]) -> Quoted | None:
        """Return the first passage of an article that has a name written in one of these ways."""
        spotter = Spotter({way: way for way in ways})
        stored = ((one, spotter.spot(one.text)) for one in self._store.sections.of_article(article))
        section, spotted = next(((one, spotted) for one, spotted in stored if spotted), (None, ()))
        if section is None:
            return None
        spans = tuple((one.start, one.end) for one in spotted)
        excerpt = quote_range(section, *spans[0], spans)
        place = place_of(section, self._store.sections)
        return quote(self._store.articles.get(article), section, excerpt, place=place)

    def names(self, article: str = "", *, offset: int = 0, limit: int = LISTED) -> NamesPage | None:
        """Return one page of initiatives by frequency; None where there is no such article."""
        key, title = "", ""
        if article:
            known = [one for one, _ in self._store.articles.all()]
            same = [one for one in known if article in {one.id, one.title}]
            found = same or [
                one for one in known if normalize_letters(article) in normalize_letters(one.title)
            ]
            if not found:
                return None
            key, title = found[0].id, found[0].title
        rows = self._store.initiatives.by_frequency(key or None)
        return NamesPage(tuple(rows[offset : offset + limit]), len(rows), offset, limit, title)

    def _known(self) -> tuple[Mapping[str, str], Spotter]:
        generation = self._store.generation()
        with self._lock:
            if self._made is None or self._made[0] != generation:
                ways = self._store.initiatives.ways()
                self._made = generation, ways, Spotter(ways)
            return self._made[1], self._made[2]

    def _card(self, initiative: Initiative) -> Card | None:
        standing = self._standing(initiative)
        best = defining(((one.section, span) for one, spans in standing for span in spans), QUOTABLE)
        if best is None:
            return None
        where = next((s, spans) for s, spans in standing if s.section.code == best.section.code)
        excerpt = quote_range(best.section, best.start, best.end, where[1])
        times = Counter(dict.fromkeys(dict.fromkeys(stored.article.id for stored, _ in standing), 0))
        for stored, spans in standing:
            times[stored.article.id] += len(spans)
        articles = {stored.article.id: stored.article for stored, _ in standing}
        return Card(
            initiative.name,
            initiative.aliases,
            quote(
                where[0].article, best.section, excerpt, place=place_of(best.section, self._store.sections)
            ),
            tuple(ArticleMentions(articles[key], count) for key, count in times.items()),
            note=initiative.note,
        )

    def _quoted(self, stored: SectionRow, spans: tuple[Span, ...]) -> Quoted:
        """Quote the sentences from the first mention to the last of a section, the mentions highlighted."""
        excerpt = quote_range(stored.section, spans[0][0], spans[-1][1], spans)
        place = place_of(stored.section, self._store.sections)
        return quote(stored.article, stored.section, excerpt, place=place)

    def _standing(self, initiative: Initiative) -> list[Standing]:
        """Return the sections that mention an initiative, each with the spans, by date, article and number."""
        spans: dict[str, list[Span]] = {}
        for mention in initiative.mentions:
            spans.setdefault(mention.code, []).append((mention.start, mention.end))
        found = self._store.sections.by_codes(tuple(spans))
        order = sorted(found, key=lambda s: (s.article.published or "~", s.article.id, s.section.number))
        return [(stored, tuple(sorted(spans[stored.section.code]))) for stored in order]


def _is_literal(put: Put, names: Sequence[str], answer: Answer) -> bool:
    """Whether a question says more than the names in it, and a passage holds it word for word."""
    if not names or not all(put.exceeds(name) for name in names):
        return False
    said = normalize_letters(put.text)
    return any(said in normalize_letters(quoted.section.text) for quoted in answer.passages)
