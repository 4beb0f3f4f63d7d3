"""`policy-bot outline`: show how a file is read, without importing it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from bot import shapes
from bot.intake.finding import ImportOutcome, Intake
from bot.intake.work import documents
from bot.intake.workers import Workers
from corpus.errors import PolicyError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from bot.command_context import CommandContext
    from corpus.vocabulary import Block, Document, Outline

OPENING = 40  # characters of a paragraph that fit a line of the tree
NAMED = 8  # lines of furniture that the tree names
UNSURE = 0.9  # a block below this certainty is marked in the tree


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `outline`."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a file of any format that import takes")


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Print the outline of each document in the file: a tree, or JSON."""
    for document in _documents(args.file, place):
        if args.json:
            place.say_json(shapes.outline_shape(document.outline))
        else:
            for line in tree(document.outline):
                place.say(line)
    return 0


def _documents(file: Path, place: CommandContext) -> Iterator[Document]:
    """Read a file in another process, within its limits; raise what is wrong with its first bad document."""
    with closing(Workers(documents, place.settings.limits, 1)) as workers:
        for item in Intake(None, {}).one(file):
            found = [item.error] if isinstance(item, ImportOutcome) else workers.begin(item).result()
            for one in found:
                if isinstance(one, PolicyError):
                    raise one
                if one is not None:
                    yield one


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
