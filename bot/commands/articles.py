"""`policy-bot articles`: list what is in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import shapes

if TYPE_CHECKING:
    import argparse

    from bot.command_context import CommandContext


def configure(parser: argparse.ArgumentParser) -> None:
    """Add nothing: the command takes no words of its own."""
    del parser


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Print a line for each article; with --json one JSON object a line."""
    with place.library() as store:
        for article, sections in store.articles.all():
            if args.json:
                shape = shapes.details_shape(article) | {"sections": sections}
                place.say_json(shape)
            else:
                by = f" {article.author}" if article.author else ""
                place.say(f"{article.id}  《{article.title}》{by}  {sections} sections")
    return 0
