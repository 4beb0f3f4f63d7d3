"""`policy-bot show`: print the passage that a code stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import shapes, terminal
from corpus.errors import QueryError
from handlers.answering import Answering

if TYPE_CHECKING:
    import argparse

    from bot.command_context import CommandContext


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `show`."""
    parser.add_argument("code", metavar="CODE", help="the code of a passage, or a whole citation")


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Print the passage; exit 1 where no passage ever had this code."""
    with place.library() as store:
        shown = next(iter(Answering(store).shown_in(args.code)), None)
    if shown is None:
        raise QueryError(
            "no passage has this code", which=args.code, next_step="search gives the codes of passages"
        )
    if args.json:
        place.say_json(shapes.shown_shape(shown))
        return 0
    if shown.removed_at:
        place.say(f"Removed on {shown.removed_at}; its last wording:")
    for line in terminal.passage_lines(shown.quoted, bold=False):
        place.say(line)
    return 0
