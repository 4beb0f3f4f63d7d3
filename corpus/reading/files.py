"""The one door to the disk: a path in, documents out."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from corpus.reading.canonical import compose
from corpus.reading.outlines import outline
from corpus.vocabulary import Article, Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path


def read(path: Path, given: Mapping[str, str] | None = None) -> Iterator[Document]:
    """Yield the document in a file, or one a line of a .jsonl file; `given` overrides what would be guessed."""
    raw = path.read_bytes()
    seen = outline(raw.decode("utf-8"))
    article = Article(id=path.stem, title=seen.title, author=seen.author, lead=seen.lead)
    yield Document(article, seen, compose(seen), raw, hashlib.sha256(raw).hexdigest())


def expand(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files named and those in the folders named, sorted."""
    for path in paths:
        if path.is_dir():
            yield from expand(sorted(path.iterdir()))
        else:
            yield path
