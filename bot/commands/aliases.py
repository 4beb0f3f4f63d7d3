"""`policy-bot aliases`: list the curator's aliases, take a new list, add one or remove one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ReadingError

if TYPE_CHECKING:
    import argparse

    from bot.command_context import CommandContext
    from corpus.text.curated_aliases import Alias
    from db.store import Store

LARGEST = 1_000_000
"""Bytes of a list: some twenty thousand aliases."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `aliases`."""
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--curate",
        metavar="FILE",
        type=Path,
        help="make this list (a line each: 社保法 = 社会保险法) all the aliases there are",
    )
    change.add_argument("--add", metavar="ALIAS", help="add one: '社保法 = 社会保险法'")
    change.add_argument("--remove", metavar="NAME", help="take out what NAME stands for")


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Change the aliases as asked, then print those in force, in the form that --curate reads."""
    from corpus.text.curated_aliases import load, written  # not on the way of other commands

    with place.library() as store:
        if args.curate:
            store.aliases.put(load(_text(args.curate)), place.stamp())
        elif args.add:
            store.aliases.add(load(args.add), place.stamp())
        elif args.remove is not None:
            _remove(store, args.remove)
        changed = args.curate or args.add or args.remove is not None
        if changed:
            store.initiatives.scan_new_articles()
        found = store.aliases.all()
    if args.json:
        place.say_json([shape(one) for one in found])
        return 0
    for line in written(found):
        place.say(line)
    return 0


def shape(one: Alias) -> dict[str, object]:
    """Return an alias as JSON."""
    return {"alias": one.short, "stands_for": list(one.full)}


def _remove(store: Store, name: str) -> None:
    if not store.aliases.remove(name):
        raise ReadingError(
            "there is no such alias", which=name, next_step="policy-bot aliases lists those in force"
        )


def _text(path: Path) -> str:
    """Return the text of a list; ReadingError where it cannot be read."""
    from corpus.reading import disk  # only a new list loads the reader of files

    raw = disk.whole(path, LARGEST, "leave out what the articles say themselves")
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        step = "save the list in UTF-8"
        raise ReadingError(f"cannot be read ({error})", which=str(path), next_step=step) from error
