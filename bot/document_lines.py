"""Outlines, and what changed between two versions, as lines of text for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.versions.difference import Change, Difference
    from corpus.vocabulary import Block, Outline

SIGNS = {"added": "+", "removed": "-", "edited": "~"}
OPENING = 40  # characters of a paragraph that fit a line of the tree
NAMED = 8  # lines of furniture that the tree names
UNSURE = 0.9  # a block below this certainty is marked in the tree


def opening(block: Block) -> str:
    """Return the first words of a paragraph, its run-in head in brackets."""
    head = f"[{block.run_in}] " if block.run_in else ""
    rest = block.text[len(block.run_in or "") :]
    return f"{head}{rest[:OPENING]}{'…' if len(rest) > OPENING else ''}"


def tree(outline: Outline) -> Iterator[str]:
    """Give the lines of a tree: headings indented by level, each paragraph by its opening."""
    yield f"《{outline.title}》" + (f" {outline.author}" if outline.author else "")
    if outline.lead:
        yield f"  ({outline.lead})"
    yield from (f"  note: {remark}" for remark in outline.remarks)
    yield from _front_doubts(outline)
    depth = 0
    for block in outline.blocks:
        doubt = _doubt(block)
        if block.kind == "heading":
            depth = block.level or 1
            yield f"{'  ' * depth}# {block.text}{doubt}"
        else:
            yield f"{'  ' * (depth + 1)}{opening(block)} ({len(block.text)}){doubt}"
    if outline.furniture:
        named = " / ".join(dict.fromkeys(words[:OPENING] for words in outline.furniture[:NAMED]))
        more = " / …" if len(outline.furniture) > NAMED else ""
        yield f"left out: {len(outline.furniture)} lines of page furniture: {named}{more}"


def _doubt(block: Block) -> str:
    return f"   ?? {block.certainty:.2f} {block.doubt}" if block.certainty < UNSURE else ""


def _front_doubts(outline: Outline) -> Iterator[str]:
    """Say what is unsure about title, author and lead, which stand on no line of their own in the tree."""
    for part in outline.parts:
        if part.kind in {"title", "author", "lead"} and part.certainty < UNSURE:
            yield f"  {part.kind}:{_doubt(part)}"


def diff_lines(found: Difference) -> Iterator[str]:
    """Give the lines that tell a difference."""
    yield f"version {found.old} → {found.new}"
    for name, old, new in found.details:
        yield f"~ {name}: {old or '(none)'} → {new or '(none)'}"
    for change in found.headings:
        yield f"{SIGNS[change.kind]} heading: {_wording(change)}"
    for change in found.passages:
        yield f"{SIGNS[change.kind]} {change.code}: {_wording(change)}"
    if not (found.details or found.headings or found.passages):
        yield "no difference in wording"


def _wording(change: Change) -> str:
    """Show an edited text as one, with [-what went-] and {+what came+} in their places."""
    if change.kind != "edited":
        return (change.old if change.kind == "removed" else change.new) or ""
    return "".join(
        run.new
        if run.same
        else (f"[-{run.old}-]" if run.old else "") + (f"{{+{run.new}+}}" if run.new else "")
        for run in change.runs
    )
