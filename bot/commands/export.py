"""`policy-bot export`: write articles out, as JSON lines that can be imported again or as Markdown to read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from bot.command_context import private
from corpus.errors import SettingsError
from corpus.exchange import as_json_line, as_markdown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from bot.command_context import CommandContext
    from corpus.exchange import Exported
    from db.store import Store


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `export`."""
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help="ids of articles (default: all)")
    parser.add_argument("--format", choices=("jsonl", "markdown"), default="jsonl", help="default: jsonl")
    parser.add_argument(
        "--to",
        metavar="PATH",
        type=Path,
        help="a file for JSON lines, a folder for Markdown (default: print)",
    )
    parser.add_argument("--all-versions", action="store_true", help="each version by itself, oldest first")


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Write the articles one by one, so that memory holds one of them."""
    with place.library() as store, store.reading():
        try:
            if args.format == "markdown":
                _markdown(_to_read(store, args), args.to, place.out)
            elif args.to:
                _file(_json_lines(store, args), args.to)
            else:
                for line in _json_lines(store, args):
                    place.say(line)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            raise SettingsError(
                f"cannot be written ({error.strerror})", which=str(args.to), next_step="give another path"
            ) from error
    return 0


def _whole(store: Store, args: argparse.Namespace) -> Iterator[list[Exported]]:
    """Give each article, removed ones too, with all its versions, oldest first.

    An article that is not there fails before anything is written.
    """
    for one in args.articles:
        store.articles.get(one)
    for one in args.articles or store.articles.ids():
        yield [store.articles.export(one, version.number) for version in store.articles.history(one)]


def _json_lines(store: Store, args: argparse.Namespace) -> Iterator[str]:
    """Give a line for each article, the versions before the newest within it, or one for each version."""
    for versions in _whole(store, args):
        if args.all_versions:
            yield from map(as_json_line, versions)
        else:
            yield as_json_line(versions[-1], versions[:-1])


def _file(lines: Iterator[str], path: Path) -> None:
    """Write lines to a file that takes its name when it is whole: a backup is never half of one."""
    part = path.with_name(f"{path.name}.part")
    # as the library itself: who may read it says its owner
    with open(part, "w", encoding="utf-8", newline="\n", opener=private) as file:
        file.writelines(f"{line}\n" for line in lines)
    part.replace(path)


def _to_read(store: Store, args: argparse.Namespace) -> Iterator[Exported]:
    """Give the newest version of each article that stands or is named, or all versions."""
    named = args.articles or [article.id for article, _ in store.articles.all()]
    for one in named:
        store.articles.get(one)
    for one in named:
        numbers = [version.number for version in store.articles.history(one)] if args.all_versions else [None]
        yield from (store.articles.export(one, number) for number in numbers)


def _markdown(versions: Iterator[Exported], folder: Path | None, out: TextIO) -> None:
    """Write a file for each version, or all of them to one stream."""
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    for one in versions:
        if folder is None:
            print(as_markdown(one), file=out)
            continue
        # an id from a JSON line may hold anything, and names no folder
        name = one.article.id.replace("/", "-").replace("\\", "-").replace("\0", "-").strip(". ") or "article"
        (folder / f"{name}.v{one.past.version}.md").write_text(
            as_markdown(one), encoding="utf-8", newline="\n"
        )
