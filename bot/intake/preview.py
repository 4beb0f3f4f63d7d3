"""What an import would do: the tree with its doubts, the proof, the difference. Nothing is written."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from bot.commands.diff import diff_lines
from bot.commands.outline import UNSURE, tree
from bot.intake.finding import Intake, Outcome
from bot.intake.work import documents
from corpus.errors import PolicyError
from corpus.reading.proof import Proof, prove
from corpus.reading.sections import split
from corpus.reading.sources import MARKED_UP, bare_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from bot.intake.naming import Names
    from bot.intake.work import Work
    from bot.place import Place
    from corpus.vocabulary import Document
    from db.store import Store
    from db.versions.history import Preview

Shape = dict[str, Any]


def previews(
    place: Place, paths: Sequence[Path], given: Mapping[str, str]
) -> Iterator[tuple[Path, Document, Preview | None] | Outcome]:
    """Give each document with what saving it would do; None where the library does not exist yet.

    A library that does not exist is not made.
    """
    with place.library() if place.has_library() else nullcontext() as store:
        intake = Intake(store, given, again=True)
        for item in intake.found(paths):
            if isinstance(item, Outcome):
                yield item
                continue
            for document in documents(item):
                if isinstance(document, PolicyError):
                    yield Outcome(item.path, error=document)
                else:
                    yield _previewed(store, intake.names, item, document)


def _previewed(
    store: Store | None, names: Names, work: Work, document: Document
) -> tuple[Path, Document, Preview | None]:
    """Tell what saving a document would do, as the article that it would be."""
    sections = split(document)
    named = replace(document, article=replace(document.article, id=names.settled(work, document, sections)))
    return work.path, named, store.articles.preview(named, split(named)) if store else None


def proof_of(path: Path, document: Document) -> Proof:
    """Hold what was read of a document against the bare text of its file."""
    ending = path.suffix.lower()
    return prove(bare_text(document, ending), document.outline, marked_up=ending in MARKED_UP)


def preview_lines(path: Path, document: Document, preview: Preview | None) -> Iterator[str]:
    """Give the lines that a curator reads before importing."""
    yield f"{path} → {document.article.id}"
    yield from tree(document.outline)
    doubtful = sum(block.certainty < UNSURE for block in document.outline.blocks)
    yield f"doubtful: {doubtful} of {len(document.outline.blocks)} blocks"
    proof = proof_of(path, document)
    faults = f"lost {proof.lost or 'nothing'}; invented {proof.invented or 'nothing'}"
    yield f"proof: {proof.source} characters, {proof.kept} kept, {proof.left_out} left out; {faults}"
    yield _change(preview)
    if preview and preview.difference:
        yield from diff_lines(preview.difference)


def _change(preview: Preview | None) -> str:
    """Say what would happen to the library."""
    if preview is None:
        return "would be added"
    counts = f"{preview.kept} kept, {preview.edited} edited, {preview.added} added, {preview.removed} removed"
    return f"would be {preview.outcome}: {counts}"


def preview_shape(path: Path, document: Document, preview: Preview | None) -> Shape:
    """Return the same as JSON."""
    proof = proof_of(path, document)
    blocks = [
        {
            "kind": b.kind,
            "level": b.level,
            "text": b.text,
            "run_in": b.run_in,
            "certainty": round(b.certainty, 3),
        }
        for b in document.outline.blocks
    ]
    counts = {
        name: getattr(preview, name) if preview else 0 for name in ("kept", "edited", "added", "removed")
    }
    return {
        "path": str(path),
        "id": document.article.id,
        "outcome": preview.outcome if preview else "added",
        "title": document.article.title,
        "author": document.article.author,
        "blocks": blocks,
        "proof": {
            "source": proof.source,
            "kept": proof.kept,
            "left_out": proof.left_out,
            "lost": proof.lost,
            "invented": proof.invented,
        },
        "changes": counts,
        "difference": asdict(preview.difference) if preview and preview.difference else None,
    }
