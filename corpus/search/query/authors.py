"""An author named among the words of a query: it then asks for what that author wrote."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.search.per_library import PerLibrary
from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.search.library import Library
    from corpus.search.query.article_filters import Within
    from corpus.search.query.language import Query
    from corpus.vocabulary import Article

SHORTEST_JOINED = 3  # characters of a name that is known without a space before or behind it
REMEMBERED = 65_536  # authors, some 10 MB
_BETWEEN = re.compile(r"[、，,;；/&\s]+")
_OF = re.compile(r"^(?:所写|写)?的(?:文章|论文|作品|报告)?")
_ASIDE = "，。、,:：;；-—"


def authored(query: Query, within: Within, library: Library) -> tuple[Query, str]:
    """Return a query for what an author wrote, where one is named in its text, and the name; else the same query.

    The name stands apart, or at the beginning or end of what is typed: 兰建平 工匠, 兰建平的文章.
    """
    text = query.text.strip()
    if query.author or query.phrases or not text:
        return query, ""
    articles = library.articles()
    shown = articles if within.articles is None else {key: articles[key] for key in within.articles}
    bare = normalize_letters(text)
    names = {name for name, folded in _authors(shown) if folded in bare}
    for name in sorted(names, key=lambda one: (-len(one), one)):
        rest = _without(text, name)
        if rest is not None:
            return replace(query, text=rest, author=name), name
    return query, ""


def _listed(articles: Mapping[str, Article]) -> frozenset[tuple[str, str]]:
    return frozenset(name for one in articles.values() if one.author for name in _names(one.author))


_authors = PerLibrary(_listed)


@lru_cache(maxsize=REMEMBERED)
def _names(author: str) -> tuple[tuple[str, str], ...]:
    """Part the names of several authors; return each with its folded form."""
    return tuple(
        (name, normalize_letters(name)) for name in _BETWEEN.split(author) if len(normalize_letters(name)) > 1
    )


def _without(text: str, name: str) -> str | None:
    """Return a text without a name that stands apart in it, or at an end; None where it does not."""
    joined = len(name) >= SHORTEST_JOINED
    words = text.split()
    if name in words:
        words.remove(name)
        return " ".join(words)
    if joined and text.startswith(name):
        return _OF.sub("", text[len(name) :]).strip(_ASIDE).strip()
    return text[: -len(name)].strip(_ASIDE).strip() if joined and text.endswith(name) else None
