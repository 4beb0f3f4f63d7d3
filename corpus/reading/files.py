"""The one door to the disk: a path in, documents out."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading import article_fields as said
from corpus.reading import disk, sections
from corpus.reading.canonical import compose
from corpus.reading.disk import shown
from corpus.reading.formats import decoding, sniffing, table
from corpus.reading.formats.json_lines import JsonLines
from corpus.reading.structure.metadata import described
from corpus.vocabulary import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from corpus.reading.formats.format import Format

LARGEST = 20_000_000
"""Bytes of one document; a longer file is no single policy document, and reading it would take its size in memory."""
SPLIT = "split it, or give one document a line as .jsonl"


def read(
    path: Path, given: Mapping[str, str] | None = None, *, name: str | None = None
) -> Iterator[Document]:
    """Yield the document in a file, or one a line of a .jsonl file, streaming.

    `name` is the id of the article in a file of one document; by itself that is the slug of the file's name.

    `given` (title, author, source, published, url, status …) wins over front matter, which wins over what
    the text itself shows. Raises ReadingError, in one line, for a file that cannot be read; with .jsonl the
    iterator goes on behind a bad line when asked again.
    """
    kind = table.of(path.suffix)
    if kind.read is None:
        return JsonLines(path, given or {})
    return iter([_document(path, kind, given or {}, name or slug(path.name))])


def slug(name: str) -> str:
    """Return a file's name without its ending as an article's id: lower case, Chinese kept, `-` for the rest."""
    bare = re.sub(r"\.[A-Za-z]{1,8}$", "", name)
    return re.sub(r"\W+", "-", bare).strip("-_").lower() or "article"


def _document(path: Path, named: Format, given: Mapping[str, str], name: str) -> Document:
    raw, told = disk.whole(path, LARGEST, SPLIT), said.known(given, shown(path))
    kind = sniffing.real(raw, named, path.suffix, shown(path))
    kind.require(shown(path))
    if kind.read is None:
        raise ReadingError("no single document", which=shown(path), next_step="give it the ending .jsonl")
    fields, seen = kind.read(raw, shown(path), told.get("title"))
    if not seen.parts:
        raise ReadingError("no text in it", which=shown(path), next_step="check that it is the right file")
    text = compose(seen)
    bad = decoding.broken(raw) if decoding.BROKEN in text else None
    seen = replace(seen, remarks=(*seen.remarks, bad)) if bad else seen
    article = described(seen, name, fields | told)
    sections.check(text, shown(path))
    return Document(article, seen, text, raw, hashlib.sha256(raw).hexdigest())
