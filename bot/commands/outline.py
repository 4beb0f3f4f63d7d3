"""`policy-bot outline`: show how a file is read, without importing it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from bot import shapes
from bot.document_lines import tree
from bot.intake.finding import ImportOutcome, Intake
from bot.intake.work import documents
from bot.intake.workers import Workers
from corpus.errors import PolicyError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from bot.command_context import CommandContext
    from corpus.vocabulary import Document


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
