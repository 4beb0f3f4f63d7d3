"""`policy-bot diff`: what changed in wording between two versions of an article."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from corpus.errors import SettingsError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from bot.command_context import CommandContext
    from corpus.versions.difference import Change, Difference

SIGNS = {"added": "+", "removed": "-", "edited": "~"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `diff`."""
    parser.add_argument("article", metavar="ARTICLE", help="the article's id, as `articles` lists it")
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
