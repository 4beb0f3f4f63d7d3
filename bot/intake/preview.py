"""What an import would do: the tree with its doubts, the proof, the difference. Nothing is written."""

from __future__ import annotations

from contextlib import closing, nullcontext
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from bot.document_lines import UNSURE, diff_lines, tree
from bot.intake.finding import ImportOutcome, Intake
from bot.intake.work import proved
from bot.intake.workers import Workers
from corpus.errors import PolicyError
from corpus.reading.sections import split

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from bot.command_context import CommandContext
    from bot.intake.article_ids import ArticleIds
    from bot.intake.work import Work
    from corpus.reading.proof import Proof
    from corpus.versions.change_preview import Preview
    from corpus.vocabulary import Document
    from db.store import Store

Shape = dict[str, Any]


def previews(
    place: CommandContext, paths: Sequence[Path], given: Mapping[str, str]
) -> Iterator[tuple[Path, Document, Proof, Preview | None] | ImportOutcome]:
    """Give each document with its proof and what saving it would do; None where the library does not exist yet.

    A library that does not exist is not made.
    """
    workers = Workers(proved, place.settings.limits, 1)
    with closing(workers), place.library() if place.has_library() else nullcontext() as store:
        intake = Intake(store, given, again=True)
        for item in intake.found(paths):
            if isinstance(item, ImportOutcome):
                yield item
                continue
            for one in workers.begin(item).result():
                if isinstance(one, PolicyError):
                    yield ImportOutcome(item.path, error=one)
                else:
                    yield _previewed(store, intake.names, item, *one)


def _previewed(
    store: Store | None, names: ArticleIds, work: Work, document: Document, proof: Proof
) -> tuple[Path, Document, Proof, Preview | None]:
    """Tell what saving a document would do, as the article that it would be."""
    sections = split(document)
    named = replace(document, article=replace(document.article, id=names.settled(work, document, sections)))
    return work.path, named, proof, store.articles.preview(named, split(named)) if store else None


def preview_lines(path: Path, document: Document, proof: Proof, preview: Preview | None) -> Iterator[str]:
    """Give the lines that a curator reads before importing."""
    yield f"{path} → {document.article.id}"
    yield from tree(document.outline)
    doubtful = sum(block.certainty < UNSURE for block in document.outline.blocks)
    yield f"doubtful: {doubtful} of {len(document.outline.blocks)} blocks"
    faults = f"lost {proof.lost or 'nothing'}; invented {proof.invented or 'nothing'}"
    why = ", ".join(f"{reason} {count}" for reason, count in proof.reasons)
    reasons = f" ({why})" if why else ""
    yield f"proof: {proof.source} characters, {proof.kept} kept, {proof.left_out} left out{reasons}; {faults}"
    yield _change(preview)
    if preview and preview.difference:
        yield from diff_lines(preview.difference)


def _change(preview: Preview | None) -> str:
    """Say what would happen to the library."""
    if preview is None:
        return "would be added"
    counts = f"{preview.kept} kept, {preview.edited} edited, {preview.added} added, {preview.removed} removed"
    return f"would be {preview.outcome}: {counts}"


def preview_shape(path: Path, document: Document, proof: Proof, preview: Preview | None) -> Shape:
    """Return the same as JSON."""
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
            "reasons": dict(proof.reasons),
            "lost": proof.lost,
            "invented": proof.invented,
        },
        "remarks": list(document.outline.remarks),
        "changes": counts,
        "difference": asdict(preview.difference) if preview and preview.difference else None,
    }
