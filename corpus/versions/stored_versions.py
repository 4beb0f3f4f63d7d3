"""Tells whether a document is a version that the store holds already, and what is kept of one that is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.versions.codes import normal
from corpus.vocabulary import Past

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.exchange import Exported
    from corpus.versions.planning import StoredArticle
    from corpus.vocabulary import Document, Section


def new_record(stored: StoredArticle, document: Document, now: str) -> Past:
    """Return what is kept of a new version: what its export told, where that follows on what is stored."""
    past = document.past
    if past and past.version > stored.version:
        return past
    return Past(stored.version + 1, now, document.digest)


def is_current(
    stored: StoredArticle, document: Document, sections: Sequence[Section], text: Callable[[], str]
) -> bool:
    """Whether the last stored version equals the document: details, sections and canonical text.

    `text` returns the stored text; it is called only where all else is equal.
    """
    if stored.article != document.article or stored.removed_at:
        return False
    if [_cut(one.section) for one in stored.current] != [_cut(one) for one in sections]:
        return False
    return text() == document.text


def _cut(section: Section) -> tuple[object, ...]:
    return section.start, section.text, section.headings, section.run_in


def is_kept(stored: StoredArticle, document: Document, version: Callable[[int], Exported | None]) -> bool:
    """Whether the store holds the version that an exported document was; `version` returns one by its number.

    False where the article was removed since: whoever imports the export wants it back.
    """
    past = document.past
    if past is None or past.version > stored.version:
        return False
    if past.version == stored.version and stored.removed_at and not past.removed_at:
        return False
    kept = version(past.version)
    if kept is None:
        return False
    if (kept.past.added_at, kept.past.digest, kept.article) != (past.added_at, past.digest, document.article):
        return False
    codes = [one.code for one in kept.sections]
    return kept.text == document.text and codes == [normal(code) for code in document.codes]
