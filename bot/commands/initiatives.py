"""`policy-bot initiatives`: list the named initiatives of the library or of one article; keep a curator's list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse

    from bot.command_context import CommandContext
    from corpus.vocabulary import Initiative
    from db.store import Store


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `initiatives`."""
    parser.add_argument("article", nargs="?", metavar="ARTICLE", help="only what this article names")
    parser.add_argument(
        "--curate", metavar="FILE", type=Path, help="take a curator's list (TOML); it wins over what was read"
    )
    parser.add_argument(
        "--spotting",
        action="store_true",
        help="instead: how often cards were shown unasked, and how often silenced",
    )


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Print the initiatives: of an article in order of appearance, of the library by frequency."""
    with place.library() as store:
        if args.spotting:
            return _spotting(store, place, as_json=args.json)
        if args.curate:
            from bot.intake.curating import curated_list  # reading a list loads the readers of files

            store.initiatives.curate(curated_list(args.curate, place.settings.limits), place.stamp())
        found = _of_article(store, args.article) if args.article else store.initiatives.all()
    if args.json:
        place.say_json([shape(one) for one in found])
        return 0
    for one in found:
        also = f"  ({'、'.join(one.aliases)})" if one.aliases else ""
        note = f"  — {one.note}" if one.note else ""
        place.say(f"{len(one.mentions):>4}  {one.name}{also}{note}")
    return 0


def _spotting(store: Store, place: CommandContext, *, as_json: bool) -> int:
    """Print for each channel how many cards it was shown in passing, and how many terms it silenced."""
    silenced = {(team, channel): times for team, channel, times in store.channel_settings.totals("nevered")}
    for team, channel, shown in store.channel_settings.totals("spotted"):
        nevers = silenced.get((team, channel), 0)
        if as_json:
            place.say_json({"team": team, "channel": channel, "shown": shown, "silenced": nevers})
        else:
            place.say(f"{team} {channel}: {shown} shown, {nevers} silenced")
    return 0


def shape(one: Initiative) -> dict[str, Any]:
    """Return an initiative as JSON; offsets count in the text of the section with the code."""
    mentions = [{"code": m.code, "start": m.start, "end": m.end} for m in one.mentions]
    return {"name": one.name, "aliases": list(one.aliases), "mentions": mentions}


def _of_article(store: Store, article: str) -> tuple[Initiative, ...]:
    """Return what one article names; StoreError where there is no such article."""
    store.articles.get(article)
    return store.initiatives.of_article(article)
