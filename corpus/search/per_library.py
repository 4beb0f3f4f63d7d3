"""What is worked out of all articles of a library, once for each state of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corpus.vocabulary import Article

T = TypeVar("T")


class PerLibrary(Generic[T]):
    """A cache of one value, `make(articles)`: made again when the library gives another mapping of its articles.

    A process has one library. Threads that ask for a new value at once may each make it; that costs time alone.
    """

    def __init__(self, make: Callable[[Mapping[str, Article]], T]) -> None:
        self._make = make
        self._kept: tuple[Mapping[str, Article], T] | None = None

    def __call__(self, articles: Mapping[str, Article]) -> T:
        """Return what is made of these articles."""
        kept = self._kept
        if kept is None or kept[0] is not articles:
            kept = self._kept = articles, self._make(articles)
        return kept[1]
