"""Text in, Answer out: what every listener asks. It knows no Slack."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.errors import EmptyQueryError, QueryError, RepeatedError, UnmatchedError
from corpus.quoting.citations import citation, line
from corpus.quoting.excerpts import cut
from corpus.quoting.limits import bearing, is_item, limits_behind, reach
from corpus.search.pipeline import search
from corpus.search.query.language import parse
from corpus.vocabulary import Excerpt
from handlers.answer import Answer, Listing, Problem, Quoted, Shown
from handlers.clause_places import place_of
from handlers.incoming.passage_codes import codes_in

if TYPE_CHECKING:
    from random import Random

    from corpus.search.present.matches import Ranking
    from corpus.vocabulary import Article, Match, Section
    from db.store import Store

PAGE = 5  # passages a page: as many excerpts as fit Slack's size of a message with room to spare
LISTED = 20  # articles a page
DRAWS = 20  # sections looked at before a random quote is given up


class Answering:
    """Answers from one store; safe to share between threads, as the store is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def search(self, text: str, *, limit: int = PAGE, offset: int = 0, explain: bool = False) -> Answer:
        """Find the passages that answer `text`; a filter that cannot be read comes back as a hint.

        With `explain` the answer also holds what was looked at where nothing was good enough, and what was refused.
        """
        try:
            return self._search(text, limit, offset, explain=explain)
        except QueryError as error:
            return Answer(query=text, limit=limit, hint=str(error), problem=_problem(error))

    def _search(self, text: str, limit: int, offset: int, *, explain: bool) -> Answer:
        query = parse(text)
        # one moment of the library: an import that ends meanwhile is not half seen
        with self._store.reading():
            ranking = search(query, self._store.library())
            if ranking.empty:
                return _wordless(text, ranking, limit)
            page = ranking.matches[offset : offset + limit] if ranking.answered else ()
            passages = self._quoted(page, offset)
            refused = explain and not ranking.answered
            looked_at = self._quoted(ranking.matches[:limit], 0) if refused else ()
        return Answer(
            query=text,
            passages=passages,
            total=len(ranking.matches) if ranking.answered else 0,
            offset=offset,
            limit=limit,
            answered=ranking.answered,
            did_you_mean=ranking.did_you_mean,
            phrase_missed=ranking.phrase_missed,
            more=ranking.answered and ranking.more,
            kind=ranking.kind,
            refusal=ranking.refusal,
            sides=ranking.sides,
            looked_at=looked_at,
            refused=tuple((section.code, rule) for section, rule in ranking.refused) if explain else (),
        )

    def show(self, code: str) -> Shown | None:
        """Return the passage with this code, also one that was removed; None where no such code was given."""
        stored = self._store.sections.by_code(code)
        if stored is None:
            return None
        place = "" if stored.removed_at else place_of(stored.section, self._store.sections)
        whole = quote(stored.article, stored.section, _whole(stored.section), place=place)
        return Shown(whole if stored.removed_at else self._limited(whole), stored.removed_at)

    def shown_in(self, text: str) -> tuple[Shown, ...]:
        """Return the passages whose codes stand in a text, in order: a bare code, or pasted citations.

        What only looks like a code, as none was given that reads so, is passed over.
        """
        found = (self.show(code) for code in codes_in(text))
        return tuple({one.quoted.section.code: one for one in found if one is not None}.values())

    def articles(self, *, limit: int = LISTED, offset: int = 0) -> Listing:
        """Return one page of the articles in the library."""
        rows = self._store.articles.listing(limit=limit, offset=offset)
        return Listing(rows, total=self._store.articles.count(), offset=offset, limit=limit)

    def quote(self, rng: Random) -> Quoted | None:
        """Return a passage worth quoting, chosen by `rng`; None where the library holds none."""
        from corpus.quoting.fitness import quotable  # its patterns take a tenth of a cold search

        for _ in range(DRAWS):
            section = self._store.sections.random(rng)
            if section is None:
                return None
            fit = quotable(section)
            if fit:
                article = self._store.articles.get(section.article)
                place = place_of(section, self._store.sections)
                return quote(article, section, rng.choice(fit).excerpt, place=place)
        return None

    def _quoted(self, matches: tuple[Match, ...], offset: int) -> tuple[Quoted, ...]:
        """Cut an excerpt of each match and put its citation beside it."""
        articles = {
            key: self._store.articles.get(key) for key in {match.section.article for match in matches}
        }
        return tuple(
            self._limited(
                quote(
                    articles[match.section.article],
                    match.section,
                    cut(match),
                    rank=rank,
                    match=match,
                    place=place_of(match.section, self._store.sections),
                )
            )
            for rank, match in enumerate(matches, start=offset + 1)
        )

    def _limited(self, quoted: Quoted) -> Quoted:
        """Name the passages that bear on this one: what limits it, the lead over its list, the list under it."""
        section, end = quoted.section, quoted.excerpt.end
        sections, count = self._store.sections, reach(section.text)
        before = sections.before(section, count) if is_item(section.text) else ()
        whole = not section.text[end:].strip()
        found = bearing(section, before, sections.after(section, count), whole=whole)
        here = section if limits_behind(section.text, end) else None
        return replace(
            quoted,
            limited_by=here or found.limited_by,
            led_by=found.led_by,
            followed_by=found.followed_by,
        )


def _wordless(text: str, ranking: Ranking, limit: int) -> Answer:
    """Return the answer to a query that is nothing but talk."""
    hint = f"{text.strip()}: there is nothing to look for; write the name, document or words to look for"
    return Answer(
        query=text, limit=limit, hint=hint, problem="wordless", follow=ranking.follow, left=ranking.left
    )


def _problem(error: QueryError) -> Problem:
    if isinstance(error, UnmatchedError):
        return "unmatched"
    if isinstance(error, RepeatedError):
        return "repeated"
    return "empty" if isinstance(error, EmptyQueryError) else "unreadable"


def quote(
    article: Article,
    section: Section,
    excerpt: Excerpt,
    *,
    rank: int = 1,
    match: Match | None = None,
    place: str = "",
) -> Quoted:
    """Put an excerpt together with all that must stand beside it; `place` is that in its law (`place_of`)."""
    cited = citation(article, section, place)
    return Quoted(article, section, excerpt, cited, line(cited), rank, match)


def _whole(section: Section) -> Excerpt:
    """Make an excerpt of the whole section."""
    return Excerpt(section.text, 0, len(section.text))
