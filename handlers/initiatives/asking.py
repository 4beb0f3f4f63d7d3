"""How a question is put: the words that only ask or point at something, and what is left without them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import QueryError
from corpus.search.query.language import parse
from corpus.search.query.taking_up import only_names_wording, taken_up
from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from collections.abc import Iterable

MORE = 1.5  # times the length of a name from which on a text is clearly more than the name


@dataclass(frozen=True, slots=True)
class Put:
    """A question as it was put: `narrowed` by a filter or an exclusion, `quoting` words in quotation marks."""

    text: str
    narrowed: bool
    quoting: bool

    @classmethod
    def of(cls, text: str) -> Put:
        """Read a question; a filter that cannot be read narrows as well."""
        try:
            query = parse(text)
        except QueryError:
            return cls(text, narrowed=True, quoting=False)
        narrowed = query.limits_articles or bool(query.heading or query.excluded)
        return cls(query.text, narrowed, bool(query.phrases))

    def only_names(self, names: Iterable[str]) -> bool:
        """Whether it holds nothing but these ways of writing and words that ask (那个数字工匠是什么提法)."""
        rest = self.text
        for name in sorted(names, key=len, reverse=True):
            rest = rest.replace(name, " ")
        return only_asks(rest)

    def exceeds(self, name: str) -> bool:
        """Whether it says clearly more than a name."""
        return len(normalize_letters(self.text)) >= MORE * len(normalize_letters(name))


def only_asks(text: str) -> bool:
    """Whether a text only asks or points at something: 这个说法出自哪里, 查一下, 出处？, ？, nothing at all."""
    return not normalize_letters(text) or taken_up(text) is not None or only_names_wording(text)
