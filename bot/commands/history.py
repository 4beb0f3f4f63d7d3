"""`policy-bot history`: list the versions of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.article_argument import add_article

if TYPE_CHECKING:
    import argparse

    from bot.command_context import CommandContext
    from db.versions.history import Version


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `history`."""
    add_article(parser)


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Print a line for each version, oldest first; with --json one JSON object a line."""
    with place.library() as store:
        versions = store.articles.history(args.article)
    for version in versions:
        if args.json:
            place.say_json(_shape(version))
        else:
            place.say(_line(version))
    return 0


def _line(version: Version) -> str:
    counts = f"{version.kept} kept, {version.edited} edited, {version.added} added, {version.removed} removed"
    gone = f"; article removed on {version.removed_at}" if version.removed_at else ""
    return f"{version.number}  {version.added_at}  《{version.article.title}》  {counts}{gone}"


def _shape(version: Version) -> dict[str, object]:
    return {
        "version": version.number,
        "added_at": version.added_at,
        "digest": version.digest,
        "title": version.article.title,
        "kept": version.kept,
        "edited": version.edited,
        "added": version.added,
        "removed": version.removed,
        "removed_at": version.removed_at,
    }
