"""What there is to import: files and lines as pieces of work, those that are known already as what they are."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.intake.article_ids import ArticleIds, source_path_of
from bot.intake.work import Line, Work
from corpus.edition import edition
from corpus.errors import PolicyError, ReadingError
from corpus.reading.files import LARGEST
from corpus.reading.folders import expand
from corpus.reading.formats import json_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from db.store import Store
    from db.versions.saved import Saved

PIECE = 65_536  # bytes of lines in one piece of work: some tenth of a second
MOST_LINES = 200  # of one piece: short lines fail, and each is told


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of one document of one file: it was saved, or it failed and the error says why.

    `remarks` says what of it could not be shown to be whole (see Outline).
    """

    path: Path
    saved: Saved | None = None
    error: PolicyError | None = None
    remarks: tuple[str, ...] = ()


class Intake:
    """Finds the work under some paths. Without a store everything is new; with `again` everything is read."""

    def __init__(self, store: Store | None, given: Mapping[str, str], *, again: bool = False) -> None:
        self._store = None if again else store
        self._given = given
        self._library = store
        self.names = ArticleIds(store)

    def found(self, paths: Sequence[Path]) -> Iterator[Work | ImportOutcome]:
        """Yield the pieces of work in order, and the outcome at once of what fails or is known already."""
        for path in expand(paths):
            if isinstance(path, ReadingError):
                yield ImportOutcome(Path(path.which), error=path)
            else:
                yield from self.one(path)

    def one(self, path: Path) -> Iterator[Work | ImportOutcome]:
        """Yield the work of one file that was named, whatever it is."""
        if path.suffix.lower() == ".jsonl":
            yield from self._lines(path)
        else:
            yield self._file(path)

    def _file(self, path: Path) -> Work | ImportOutcome:
        name, rival = (self._given["id"], None) if "id" in self._given else self.names.of(path)
        given = self._given if rival else self._with_former(name)
        read_as, source_path = _read_as(path, given), source_path_of(path)
        try:
            size = path.stat().st_size if path.is_file() else 0
            digest = _digest(path) if self._store and 0 < size <= LARGEST else ""
        except OSError:
            size, digest = 0, ""  # whoever reads the file tells what is wrong with it
        saved = (
            self._store.source_paths.unchanged_at(source_path, digest, read_as)
            if self._store and digest
            else None
        )
        saved = saved or self._unchanged(digest, read_as)
        if saved and saved.article.id == name:
            return ImportOutcome(path, saved=saved)
        return Work(path, given, read_as, size, name, source_path, rival)

    def _with_former(self, name: str) -> Mapping[str, str]:
        """Return what is given for an article, now or before: it stays until it is given anew."""
        former = self._library.articles.given(name) if self._library else {}
        return {**former, **self._given}

    def _lines(self, path: Path) -> Iterator[Work | ImportOutcome]:
        """Yield runs of lines, and between them those that are known already."""
        read_as, some, size = _read_as(path, self._given), list[Line](), 0
        try:
            for number, raw in json_lines.numbered(path):
                saved = self._unchanged(hashlib.sha256(raw).hexdigest(), read_as)
                if some and (saved or size + len(raw) > PIECE or len(some) >= MOST_LINES):
                    yield self._run(path, read_as, some)
                    some, size = [], 0
                if saved:
                    yield ImportOutcome(path, saved=saved)
                else:
                    some.append((number, raw))
                    size += len(raw)
        except PolicyError as error:
            yield ImportOutcome(path, error=error)
        if some:
            yield self._run(path, read_as, some)

    def _run(self, path: Path, read_as: str, lines: Sequence[Line]) -> Work:
        return Work(path, self._given, read_as, sum(len(raw) for _, raw in lines), lines=tuple(lines))

    def _unchanged(self, digest: str, read_as: str) -> Saved | None:
        return self._store.source_paths.unchanged(digest, read_as) if self._store and digest else None


def _read_as(path: Path, given: Mapping[str, str]) -> str:
    """Tell by which program and with which options the bytes of a file are read."""
    said = json.dumps([edition(), path.suffix.lower(), sorted(given.items())], ensure_ascii=False)
    return hashlib.blake2b(said.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
