"""What a query does not want: 养老服务 不要浙江的 asks for 养老服务 in articles that are not of 浙江."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.search.query.article_filters import Within
from corpus.search.query.holdings import of_places
from corpus.search.query.slots import slot_pattern
from corpus.text.document_names import places, short_place

if TYPE_CHECKING:
    from corpus.search.library import Library
    from corpus.search.query.language import Query

_ASIDE = " ，,、。；;"


def without_unwanted(query: Query) -> tuple[Query, str]:
    """Return a query without what it does not want, which no section may hold, and the name of that ("" for none)."""
    found = slot_pattern("without").search(query.text)
    left = query.text[: found.start()].strip(_ASIDE) if found else ""
    if not found or not left or query.phrases:
        return query, ""
    name = short_place(found[1])
    return replace(query, text=left, excluded=(*query.excluded, name)), name


def leaving_out(within: Within, name: str, library: Library) -> Within:
    """Return the articles that a query asks for without those of a place, or of what lies in it."""
    if name not in places():
        return within
    away = of_places(frozenset({name, *places()[name][1]}), library)
    every = within.articles if within.articles is not None else frozenset(library.articles())
    return Within(every - away, within.some)
