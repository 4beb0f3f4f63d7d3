"""`policy-bot diff`: what changed in wording between two versions of an article."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from bot.commands.article_argument import add_article
from bot.document_lines import diff_lines
from corpus.errors import SettingsError

if TYPE_CHECKING:
    import argparse

    from bot.command_context import CommandContext


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `diff`."""
    add_article(parser)
    parser.add_argument(
        "versions", nargs="*", type=int, metavar="V", help="two versions (default: the last two)"
    )


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Print what changed; wrapping, width and the style of quotes are no change."""
    if len(args.versions) not in {0, 2}:
        raise SettingsError(
            "give two versions or none", which="diff", next_step="policy-bot history lists them"
        )
    with place.library() as store:
        found = store.articles.diff(args.article, *args.versions)
    if args.json:
        place.say_json({"article": args.article, **asdict(found)})
        return 0
    for line in diff_lines(found):
        place.say(line)
    return 0
