"""One piece of work for a process that reads: bytes in; documents, prepared or with their proof, out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, TypeVar

from corpus.errors import PolicyError, ReadingError
from corpus.reading.disk import shown
from corpus.reading.files import read
from corpus.reading.formats import json_lines, pdf, sniffing, table
from corpus.reading.outside.holding import held
from corpus.reading.proof import Proof, prove, with_outside

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from corpus.preparing import Prepared
    from corpus.vocabulary import Document

Line = tuple[int, bytes]
Rival = Literal["gone", "beside"]
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Work:
    """A file to read as the article `name`, or some lines of a .jsonl file, each a document of its own.

    `size` is in bytes; `rival` says that there is an article of this name from elsewhere, so that the
    content must tell whether it is the same.
    """

    path: Path
    given: Mapping[str, str]
    read_as: str
    size: int
    name: str | None = None
    source_path: bytes | None = None
    rival: Rival | None = None
    lines: tuple[Line, ...] = field(default=(), repr=False)

    @property
    def which(self) -> str:
        """Name the file, and the line, for a message."""
        return shown(self.path) + "".join(f", line {number}" for number, _ in self.lines[:1])

    def apart(self) -> list[Work]:
        """Return the work in its smallest pieces."""
        return [replace(self, lines=(line,), size=len(line[1])) for line in self.lines] or [self]


def done(work: Work) -> list[Prepared | PolicyError]:
    """Read and prepare the documents; what fails is in the list as the error that says why."""
    from corpus.preparing import prepare  # an import of nothing new needs no dictionary

    return _each(work, prepare)


def documents(work: Work) -> list[Document | PolicyError]:
    """Read the documents alone."""
    return _each(work, lambda document: document)


def proved(work: Work) -> list[tuple[Document, Proof] | PolicyError]:
    """Read the documents and hold each against the bare text of its file."""
    named = table.of(work.path.suffix)

    def with_proof(one: Document) -> tuple[Document, Proof]:
        form = named if named.read is None else sniffing.real(one.raw, named, work.path.suffix, work.which)
        bare = form.bare_text(one.raw, one.article.id)
        proof = prove(bare, one.outline, marked_up=form.marked_up)
        return one, with_outside(proof, held(one.raw, form.name, one.outline))

    return _each(work, with_proof)


def radicals(work: Work) -> list[Counter[str] | PolicyError]:
    """Count the radicals that the bytes of a PDF name for characters, of each line of the work."""
    found: list[Counter[str] | PolicyError] = []
    for _, raw in work.lines:
        try:
            found.append(pdf.radicals(raw, work.which))
        except PolicyError as error:
            found.append(error)
    return found


def _each(work: Work, make: Callable[[Document], One]) -> list[One | PolicyError]:
    """Read each document and make something of it: an outermost loop, no fault in one may stop the others."""
    found: list[One | PolicyError] = []
    for piece in work.apart():
        try:
            found += [make(document) for document in _documents(piece)]
        except PolicyError as error:
            found.append(error)
        except MemoryError:
            raise  # the limit of the process, which says so
        except Exception as error:  # noqa: BLE001 - the outermost loop of reading
            found.append(fault(error, piece.which))
    return found


def _documents(piece: Work) -> list[Document]:
    if piece.lines:
        found = json_lines.documents(piece.path, *piece.lines[0], piece.given)
    else:
        found = list(read(piece.path, piece.given, name=piece.name))
    given = tuple(sorted((name, value) for name, value in piece.given.items() if name != "id"))
    return [replace(one, source_path=piece.source_path, read_as=piece.read_as, given=given) for one in found]


def fault(error: Exception, which: str) -> PolicyError:
    """Tell in one line of a fault in the program that a document has shown."""
    said = " ".join(str(error).split())[:200]
    return ReadingError(
        f"cannot be read ({type(error).__name__}: {said})",
        which=which,
        next_step="this is a fault of policy-bot: report it, with the file",
    )
