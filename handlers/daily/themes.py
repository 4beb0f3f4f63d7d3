"""What a deck may be narrowed to: an article, articles of one title, headings, an initiative, or plain words.

A theme is kept as `kind:words` (`article:five-year-plan`, `initiative:一带一路`), so that it means the same
tomorrow, also for what is imported until then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from db.store import Store

ARTICLE, TITLE, HEADING, INITIATIVE, WORDS = "article", "title", "heading", "initiative", "words"


@dataclass(frozen=True, slots=True)
class QuotablePassage:
    """A passage that a post may quote whole: its key in the deck, and where its words stand."""

    key: str
    code: str
    article: str
    headings: tuple[str, ...]
    text: str
    start: int
    end: int


def meant(words: str, store: Store) -> Iterator[str]:
    """Give the themes that may be meant by what somebody typed, the likeliest first."""
    plain = normalize_letters(words)
    if not plain:
        return
    articles = [article for article, _ in store.articles.all()]
    yield from (
        f"{ARTICLE}:{one.id}" for one in articles if words == one.id or plain == normalize_letters(one.title)
    )
    known = store.initiatives.get(words)
    if known is not None:
        yield f"{INITIATIVE}:{known.name}"
    titled = [one for one in articles if plain in normalize_letters(one.title)]
    if titled:
        yield f"{ARTICLE}:{titled[0].id}" if len(titled) == 1 else f"{TITLE}:{words}"
    yield f"{HEADING}:{words}"
    yield f"{WORDS}:{words}"


def belonging(theme: str, store: Store) -> Callable[[QuotablePassage], bool]:
    """Return the test of whether a passage belongs to a theme; to the empty one all do."""
    kind, _, words = theme.partition(":")
    plain = normalize_letters(words)
    if not kind:
        return lambda _: True
    if kind == ARTICLE:
        return lambda one: one.article == words
    if kind == TITLE:
        named = {
            article.id for article, _ in store.articles.all() if plain in normalize_letters(article.title)
        }
        return lambda one: one.article in named
    if kind == HEADING:
        return lambda one: any(plain in normalize_letters(heading) for heading in one.headings)
    known = store.initiatives.get(words) if kind == INITIATIVE else None
    ways = {normalize_letters(way) for way in (known.name, *known.aliases)} if known else {plain}
    return lambda one: any(way in normalize_letters(one.text) for way in ways)


def title_of(theme: str, store: Store) -> tuple[str, str]:
    """Return a theme's kind and the words to show for it: an article's title in place of its id."""
    kind, _, words = theme.partition(":")
    return (kind, store.articles.get(words).title) if kind == ARTICLE else (kind, words)
