"""JSON lines: one article a line, read one at a time so that a file of any length takes the memory of one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from corpus.errors import ReadingError
from corpus.reading import given as said
from corpus.reading import sections
from corpus.reading.canonical import compose
from corpus.reading.decoding import printed
from corpus.reading.metadata import described
from corpus.reading.outlines import outline
from corpus.versions.exchange import codes_in, outline_in
from corpus.vocabulary import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LONGEST_LINE = 50_000_000


class JsonLines:
    """The documents of a .jsonl file. A bad line raises ReadingError, and the next call goes on behind it."""

    def __init__(self, path: Path, given: Mapping[str, str]) -> None:
        self._path = path
        self._given = said.known(given)
        self._lines = self._numbered()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Document:
        number, raw = next(self._lines)
        return self._document(number, raw)

    def _numbered(self) -> Iterator[tuple[int, bytes]]:
        try:
            with self._path.open("rb") as file:
                number = 0
                while raw := file.readline(LONGEST_LINE + 1):
                    number += 1
                    if raw.strip():
                        yield number, raw
        except OSError as error:
            raise ReadingError(
                f"cannot be opened ({error.strerror})", which=str(self._path), next_step="check the path"
            ) from error

    def _document(self, number: int, raw: bytes) -> Document:
        which = f"{self._path}, line {number}"
        fields, text = _fields(raw, which)
        known = said.known(fields) | self._given
        if not known.get("id"):
            raise ReadingError("no id", which=which, next_step='give every line an "id" of its own')
        # what a store exported brings its outline and codes along, so that nothing is guessed a second time
        seen = outline_in(fields) or outline(printed(text), title=known.get("title"))
        if not seen.parts:
            raise ReadingError("no text", which=which, next_step='put the article into "text"')
        article = described(seen, known["id"], known)
        digest = hashlib.sha256(raw).hexdigest()
        document = Document(article, seen, compose(seen), raw, digest)
        return replace(document, codes=_fitting(codes_in(fields), document))


def _fields(raw: bytes, which: str) -> tuple[dict[str, object], str]:
    """Return the fields of a line and its text; raises ReadingError for anything but an object with a text."""
    step = "one JSON object a line, with id, title and text"
    if len(raw) > LONGEST_LINE:
        raise ReadingError(f"longer than {LONGEST_LINE // 1_000_000} MB", which=which, next_step="split it")
    try:
        fields = json.loads(raw)
    except RecursionError as error:
        raise ReadingError("JSON nested too deep", which=which, next_step=step) from error
    except ValueError as error:
        raise ReadingError(f"no JSON ({_flaw(error)})", which=which, next_step=step) from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise ReadingError('no object with a "text"', which=which, next_step=step)
    return fields, fields["text"]


def _fitting(codes: tuple[str, ...], document: Document) -> tuple[str, ...]:
    """Put an empty code before those of an export from before leads were sections."""
    if not codes:
        return codes
    cut = sections.split(document)
    leads = sum(map(sections.is_lead, cut))
    return ("",) * leads + codes if leads and len(codes) == len(cut) - leads else codes


def _flaw(error: ValueError) -> str:
    """Say in a few words what is wrong with a line of JSON, and where."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg}, character {error.pos + 1:,}"
    return "not in UTF-8" if isinstance(error, UnicodeDecodeError) else "a number too long"
