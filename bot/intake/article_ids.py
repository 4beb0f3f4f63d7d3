"""Which article a file is: the one that was read from the same path, else one named after the file."""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING

from corpus.reading.files import slug
from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bot.intake.work import Rival, Work
    from corpus.vocabulary import Document, Section
    from db.store import Store


def source_path_of(path: Path) -> bytes:
    """Return the whole path of a file without links, as the system writes it."""
    return os.fsencode(os.path.realpath(path))


class ArticleIds:
    """Gives files the ids of their articles.

    A file at a known path is the article that was read from there, whatever it says now. Where its name is
    another article's, its content must tell whether it is a version of that: it is the `rival` of what lay
    at a path where nothing is now (or that nobody knows), or of a file that still lies `beside` it.
    """

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._given: dict[str, bytes] = {}

    def of(self, path: Path) -> tuple[str, Rival | None]:
        """Return the id for a file, and what it is the rival of."""
        source_path, name = source_path_of(path), slug(path.name)
        held = self._store.source_paths.article(source_path) if self._store else None
        if held:
            return held, None
        paths = self._store.source_paths.of(name) if self._store else ()
        if self._given.setdefault(name, source_path) != source_path or any(map(os.path.lexists, paths)):
            return name, "beside"
        return name, "gone" if self._is_known(name) else None

    def settled(self, work: Work, document: Document, sections: Sequence[Section]) -> str:
        """Return the id of a document that has been read: another where its content is not its rival's."""
        name = document.article.id
        if work.rival is None or self._is_version(work.rival, document, sections):
            return name
        other = next(one for one in _others(work.path, name) if self._is_free(one))
        self._given[other] = source_path_of(work.path)
        return other

    def _is_version(self, rival: Rival, document: Document, sections: Sequence[Section]) -> bool:
        """Whether a document is a version of the article whose id it has.

        Beside a file that is still there it must have that one's title and say half of it word for word:
        reports of two years share their name and some phrases, a revised copy shares most paragraphs.
        """
        if self._store is None or not self._is_known(document.article.id):
            return False
        seen = self._store.articles.preview(document, sections)
        if rival == "gone":
            return seen.kept + seen.edited >= seen.added
        last = self._store.articles.get(document.article.id)
        same = normalize_letters(last.title) == normalize_letters(document.article.title)
        return same and seen.kept > seen.edited + max(seen.added, seen.removed)

    def _is_free(self, name: str) -> bool:
        return name not in self._given and not self._is_known(name)

    def _is_known(self, name: str) -> bool:
        return self._store is not None and self._store.articles.is_known(name)


def _others(path: Path, name: str) -> Iterator[str]:
    """Yield further ids for a file: its folder's and its own name, and then with a number."""
    other = slug(f"{path.absolute().parent.name}-{name}")
    yield other
    yield from (f"{other}-{number}" for number in count(2))
