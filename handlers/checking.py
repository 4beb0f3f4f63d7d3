"""Quotations in, verdicts out: what every surface that checks quotations asks. It knows no Slack."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from corpus.checking.check import Checker
from corpus.checking.claims import Claim
from corpus.checking.wordings import Wordings
from corpus.quoting.citations import citation, line
from handlers.clause_places import place_of

if TYPE_CHECKING:
    from corpus.checking.verdicts import Checked
    from db.store import Store

NOBODY = Claim()


class Checking:
    """Checks quotations against one store; safe to share between threads, as the store is."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._made: tuple[int, Checker] | None = None

    def check(self, quote: str, claim: Claim = NOBODY) -> Checked:
        """Return the verdict on one quotation, by the library of this moment."""
        with self._store.reading():
            return self._checker().check(quote, claim, self._store.library())

    def authors(self) -> frozenset[str]:
        """Return the names of all authors in the library: what a draft may claim."""
        return frozenset(one.author for one, _ in self._store.articles.all() if one.author)

    def cited(self, checked: Checked) -> str | None:
        """Return where the section of a verdict stands, in one line; None where there is none."""
        if checked.article is None or checked.section is None:
            return None
        place = place_of(checked.section, self._store.sections) if checked.verdict != "superseded" else ""
        return line(citation(checked.article, checked.section, place))

    def _checker(self) -> Checker:
        """Return the checker over the library, its texts read again only when something has changed."""
        with self._lock:
            generation = self._store.generation()
            if self._made is None or self._made[0] != generation:
                standing, earlier = self._store.articles.wordings()
                self._made = generation, Checker(Wordings(standing), Wordings(earlier))
            return self._made[1]
