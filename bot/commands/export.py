"""`policy-bot export`: write articles out, as JSON lines that can be imported again or as Markdown to read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from corpus.errors import SettingsError
from corpus.versions.exchange import as_json_line, as_markdown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from bot.place import Place
    from corpus.versions.exchange import Exported
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
    parser.add_argument("--all-versions", action="store_true", help="every version, oldest first")


def run(args: argparse.Namespace, place: Place) -> int:
    """Write the articles one by one, so that memory holds one of them."""
    with place.library() as store:
        versions = _versions(store, args)
        try:
            if args.format == "markdown":
                _markdown(versions, args.to, place.out)
            elif args.to:
                with args.to.open("w", encoding="utf-8", newline="\n") as file:
                    _lines(versions, file)
            else:
                _lines(versions, place.out)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            raise SettingsError(
                f"cannot be written ({error.strerror})", which=str(args.to), next_step="give another path"
            ) from error
    return 0


def _versions(store: Store, args: argparse.Namespace) -> Iterator[Exported]:
    """Give each version to write; an article that is not there fails before anything is written."""
    ids = args.articles or [article.id for article, _ in store.articles.all()]
    for one in args.articles:
        store.articles.get(one)
    for one in ids:
        for version in [v.number for v in store.articles.history(one)] if args.all_versions else [None]:
            yield store.articles.export(one, version)


def _lines(versions: Iterator[Exported], file: TextIO) -> None:
    for one in versions:
        print(as_json_line(one), file=file)


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
        (folder / f"{name}.v{one.version}.md").write_text(as_markdown(one), encoding="utf-8", newline="\n")
