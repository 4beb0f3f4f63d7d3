"""`policy-bot remove`: take articles out of the library; their history and codes stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from bot.command_context import CommandContext


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `remove`."""
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="ids, as `articles` lists them")


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Remove each article and print a line for it; none is removed where one is unknown."""
    with place.library() as store:
        for one in args.articles:
            store.articles.get(one)
        for one in dict.fromkeys(args.articles):
            count = store.articles.remove(one, place.stamp())
            if args.json:
                place.say_json({"id": one, "outcome": "removed", "sections": count})
            else:
                place.say(f"removed    {one}  {count} sections; their codes still give the last wording")
    return 0
