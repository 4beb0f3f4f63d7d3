"""A search for what a document says that a query names: its other words are looked for there, and only there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.search.query.analysis import analyze
from corpus.search.query.article_filters import only
from corpus.search.score.model import ANSWERED
from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.search.library import Library
    from corpus.search.present.matches import Ranking
    from corpus.search.query.analysis import AnalyzedQuery
    from corpus.search.query.article_filters import Within
    from corpus.search.query.as_titled import Titled


def in_document(
    named: Titled,
    plain: Ranking,
    within: Within,
    library: Library,
    find: Callable[[AnalyzedQuery, Within], Ranking],
) -> Ranking:
    """Return what the named document says of the other words of a query, or what of `plain` is about it.

    公司法 注册资本 is answered by 公司法, not by another law on 注册资本. A text that stands as typed is no question
    about a document, and a text that names it may be about it.
    """
    if plain.answered and plain.matches[0].matched == "exact" and not _is_of(named, plain):
        typed = normalize_letters(named.query.text)
        if typed in normalize_letters(plain.matches[0].section.text):
            return plain
    scope = only(named.articles, within, library)
    analyzed = analyze(replace(named.query, text=named.rest))
    if scope is None or not analyzed.letters:
        return plain
    there = find(analyzed, scope)
    if there.answered:
        return plain if plain.answered and _is_of(named, plain) and not named.aside else there
    kept = tuple(
        one
        for one in plain.matches
        if one.section.article in named.articles or named.title in normalize_letters(one.section.text)
    )
    return replace(plain, matches=kept, answered=bool(kept) and plain.answered and kept[0].score >= ANSWERED)


def _is_of(named: Titled, found: Ranking) -> bool:
    """Whether the first passage that was found is of the document."""
    return found.matches[0].section.article in named.articles
