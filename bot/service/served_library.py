"""The library that a process serves: opened, told of, tidied; never made, as a mistyped path would be."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.service.tidying import tidied
from corpus.errors import UnwritableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.command_context import CommandContext
    from db.store import Store

PATIENCE = 1.0  # seconds that a claim or a change waits for another writer: Slack waits three for an answer


@contextmanager
def served(place: CommandContext) -> Iterator[Store]:
    """Give the library open, once it has been told of, with its old claims forgotten beside what is served.

    Raise StoreError where there is none, or none that can be read.
    """
    with place.library(PATIENCE) as store, tidied(store, place.now):
        tell(store, place)
        yield store


def tell(store: Store, place: CommandContext) -> None:
    """Print which library it is and what it holds; beside it, that nothing can be written where that is so."""
    path, articles, sections = store.path.absolute(), store.articles.count(), store.sections.count()
    if articles:
        place.say(f"library {path}: {articles} articles, {sections} sections")
    else:
        place.say(f"library {path} is empty, so nothing will be found: policy-bot import FILE…")
    place.out.flush()
    try:
        store.check_writing()
    except UnwritableError as error:
        place.complain(f"{error}; until then it is searched, and shares, settings and watches are refused")
