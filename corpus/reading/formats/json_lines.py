"""JSON lines: one article a line, read one at a time so that a file of any length takes the memory of one."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from corpus.errors import ReadingError
from corpus.exchange import article_in, codes_in, outline_in, past_in, versions_in
from corpus.reading import article_fields as said
from corpus.reading import sections
from corpus.reading.canonical import compose
from corpus.reading.disk import opened, shown, unopened
from corpus.reading.formats.decoding import printed
from corpus.reading.formats.format import Format
from corpus.reading.structure.metadata import described
from corpus.reading.structure.outlines import outline
from corpus.vocabulary import Document, Outline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LONGEST_LINE = 50_000_000
STEP = "one JSON object a line, with id, title and text"


class JsonLines:
    """The documents of a .jsonl file. A bad line raises ReadingError, and the next call goes on behind it."""

    def __init__(self, path: Path, given: Mapping[str, str]) -> None:
        self._path = path
        self._given = given
        self._lines = numbered(path)
        self._read: deque[Document] = deque()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Document:
        while not self._read:
            self._read += documents(self._path, *next(self._lines), self._given)
        return self._read.popleft()


def numbered(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file that hold anything, each with its number from 1.

    A line that is cut behind LONGEST_LINE is the last one: where it ends only reading on without end would tell.
    """
    with opened(path) as file:
        number = 0
        try:
            while raw := file.readline(LONGEST_LINE + 1):
                number += 1
                if raw.strip():
                    yield number, raw
                if len(raw) > LONGEST_LINE:
                    return
        except OSError as error:
            raise unopened(path, error) from error


def documents(path: Path, number: int, raw: bytes, given: Mapping[str, str]) -> list[Document]:
    """Read the document in one line of a file, and before it the earlier versions that an export put there."""
    which = f"{shown(path)}, line {number}"
    fields = _fields(raw, which)
    versions = versions_in(fields)
    if len(versions) == 1:
        return [_document(fields, raw, which, given)]
    return [_document(one, _line(one), which, given) for one in versions]


def _document(fields: Mapping[str, object], raw: bytes, which: str, given: Mapping[str, str]) -> Document:
    fields = {name: _one_line(name, value) for name, value in fields.items()}
    known = said.known(fields, which) | said.known(given, which)
    if not known.get("id"):
        raise ReadingError("no id", which=which, next_step='give every line an "id" of its own')
    said.check_id(known["id"], which)
    # what a store exported brings its outline, codes and past along, so that nothing is guessed a second time
    told = outline_in(fields)
    seen = told or _guessed(_text(fields, which), which, known.get("title"))
    if not seen.parts:
        raise ReadingError("no text", which=which, next_step='put the article into "text"')
    past = past_in(fields) if told and not given else None
    article = article_in(fields) if past else described(seen, known["id"], known)
    digest = hashlib.sha256(raw).hexdigest()
    document = Document(article, seen, compose(seen), raw, digest, past=past)
    return replace(document, codes=_fitting(codes_in(fields), document))


def _one_line(name: str, value: object) -> object:
    """Return what a line says, its details without line feeds and escapes; a lead may have several lines."""
    return said.one_line(value) if isinstance(value, str) and name in said.ONE_LINE else value


def _guessed(text: str, which: str, title: str | None) -> Outline:
    sections.check(text, which)
    return outline(printed(text), title=title)


def _line(fields: Mapping[str, object]) -> bytes:
    """Write a version out of a line as a line of its own, as that is what is kept of it."""
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _fields(raw: bytes, which: str) -> dict[str, object]:
    """Return the fields of a line; raises ReadingError for anything but an object."""
    if len(raw) > LONGEST_LINE:
        what = f"longer than {LONGEST_LINE // 1_000_000} MB, and the last that was read"
        raise ReadingError(what, which=which, next_step="split it")
    try:
        fields = json.loads(raw)
        if b"\\ud" in raw.lower():  # half a surrogate pair is no text, and can be kept nowhere
            json.dumps(fields, ensure_ascii=False).encode()
    except RecursionError as error:
        raise ReadingError("JSON nested too deep", which=which, next_step=STEP) from error
    except ValueError as error:
        raise ReadingError(f"no JSON ({_flaw(error)})", which=which, next_step=STEP) from error
    if not isinstance(fields, dict):
        raise ReadingError('no object with a "text"', which=which, next_step=STEP)
    return fields


def _text(fields: Mapping[str, object], which: str) -> str:
    text = fields.get("text")
    if not isinstance(text, str):
        raise ReadingError('no object with a "text"', which=which, next_step=STEP)
    return text


def _fitting(codes: tuple[str, ...], document: Document) -> tuple[str, ...]:
    """Return the codes, an empty one before those of an export from before leads were sections."""
    if not codes:
        return codes
    cut = sections.split(document)
    leads = sum(section.is_lead for section in cut)
    return ("",) * leads + codes if leads and len(codes) == len(cut) - leads else codes


def _flaw(error: ValueError) -> str:
    """Return in a few words what is wrong with a line of JSON, and where."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg}, character {error.pos + 1:,}"
    if isinstance(error, UnicodeEncodeError):
        return "half a surrogate pair in it"
    return "not in UTF-8" if isinstance(error, UnicodeDecodeError) else "a number too long"


def _bare_text(raw: bytes, which: str) -> str:
    """Return the text that one line holds."""
    return _text(_fields(raw, which), which)


FORMAT = Format("JSON lines", (".jsonl",), None, _bare_text)
