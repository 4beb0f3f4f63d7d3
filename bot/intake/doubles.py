"""Ids that stand twice in one file of JSON lines: the second line would take the first one's article away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading.disk import shown

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.vocabulary import Document
    from db.versions.saved import Saved


class Doubles:
    """The ids of the file that is being read, each with its newest version there; the next file starts anew."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._versions: dict[str, int] = {}

    def known(self, path: Path, saved: Saved) -> None:
        """Take note of a line that is known already."""
        self._note(path, saved.article.id, saved.version)

    def fault(self, path: Path, document: Document) -> ReadingError | None:
        """Take note of a document; return what is wrong where its id has stood in its file.

        The versions of an export, each later than the one before, are one article.
        """
        version = document.past.version if document.past else 0
        before = self._note(path, document.article.id, version)
        if before is None or (version and version > before):
            return None
        return ReadingError(
            f"the id {document.article.id} stands in it twice, and its first article is kept",
            which=shown(path),
            next_step="give every line an id of its own",
        )

    def _note(self, path: Path, article: str, version: int) -> int | None:
        """Write an id down; return the version that was known of it."""
        if path != self._path:
            self._path, self._versions = path, {}
        before = self._versions.get(article)
        self._versions[article] = max(version, before or 0)
        return before
