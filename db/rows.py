"""From rows to the dataclasses of corpus, and back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from corpus.errors import StoreError
from corpus.vocabulary import DETAILS, Article, Section
from db.failing import UNREADABLE, damaged, decoding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ARTICLE = ", ".join(f"articles.{name}" for name in DETAILS)
SECTION = ", ".join(
    f"sections.{name}" for name in ("article", "number", "headings", "text", "start", "code", "run_in")
)
T = TypeVar("T")
MOST = 500  # values in one IN (…): SQLite takes at least 999


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section with its article; `removed_at` (ISO time) where its last wording stands here no more."""

    section: Section
    article: Article
    removed_at: str | None = None


def article_of(row: Sequence[Any]) -> Article:
    """Make an article of the columns ARTICLE."""
    return Article(*row[: len(DETAILS)])


def section_of(row: Sequence[Any]) -> Section:
    """Make a section of the columns SECTION."""
    article, number, headings, text, start, code, run_in = row[:7]
    try:
        return Section(article, number, tuple(json.loads(headings)), text, start, code, run_in)
    except UNREADABLE as error:
        raise damaged(f"section {code}", error) from error


def names_of(aliases: str) -> tuple[str, ...]:
    """Read a JSON list of names."""
    with decoding("a list of names"):
        return tuple(json.loads(aliases))


def details_of(article: Article) -> str:
    """Write what is known of an article as JSON, the same for equal articles."""
    return dumps({name: value for name, value in asdict(article).items() if value is not None})


def article_from(details: str) -> Article:
    """Read an article from what `details_of` wrote; fields of a later day are passed over."""
    with decoding("what is known of an article"):
        return Article(**{name: value for name, value in json.loads(details).items() if name in DETAILS})


def dumps(value: object) -> str:
    """Write JSON in its shortest form."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Cut values into runs that fit one statement."""
    for at in range(0, len(values), MOST):
        yield values[at : at + MOST]


def marks(values: Sequence[object]) -> str:
    """Write a question mark for each value."""
    return ",".join("?" * len(values))


def unknown(article: str, version: int | None = None) -> StoreError:
    """Tell that there is no such article, or no such version of it."""
    which = article if version is None else f"{article}, version {version}"
    step = "policy-bot articles lists what is" if version is None else "policy-bot history lists its versions"
    return StoreError("is not in the library", which=which, next_step=step)
