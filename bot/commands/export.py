"""`policy-bot export`: write articles out, as JSON lines that can be imported again or as Markdown to read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from bot.command_context import private
from corpus.errors import DamagedError, SettingsError
from corpus.exchange import as_json_line, as_markdown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

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
    """Write the articles one by one, so that memory holds one of them; exit 1 where one was left out."""
    with place.library() as store, store.reading():
        source = _Source(store, args, place)
        try:
            if args.format == "markdown":
                _markdown(source.to_read(), args.to, place.out)
            elif args.to:
                _file(source, args.to)
            else:
                for line in source.json_lines():
                    place.say(line)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            raise SettingsError(
                f"cannot be written ({error.strerror})", which=str(args.to), next_step="give another path"
            ) from error
    return int(source.lacks)


class _Source:
    """What is to be exported, one article at a time. A version that cannot be read is told, and the others go on.

    An article that is not there fails before anything is written. `lacks` says whether anything was left out.
    """

    def __init__(self, store: Store, args: argparse.Namespace, place: CommandContext) -> None:
        for one in args.articles:
            store.articles.get(one)
        self._store, self._args, self._place = store, args, place
        self.lacks = False

    def json_lines(self) -> Iterator[str]:
        """Give a line for each article, removed ones too, or one for each version, oldest first.

        A line holds the versions before the newest as well; an article that lacks one has no such line, as
        without its newest version an older one would be taken for that.
        """
        for article in self._args.articles or self._store.articles.ids():
            numbers = self._numbers(article)
            versions = list(self._readable(article, numbers))
            if self._args.all_versions:
                yield from map(as_json_line, versions)
            elif versions and len(versions) == len(numbers):
                yield as_json_line(versions[-1], versions[:-1])

    def to_read(self) -> Iterator[Exported]:
        """Give the newest version of each article that stands or is named, or all versions."""
        for one in self._args.articles or [article.id for article, _ in self._store.articles.all()]:
            yield from self._readable(one, self._numbers(one) if self._args.all_versions else [None])

    def _numbers(self, article: str) -> list[int | None]:
        return [version.number for version in self._store.articles.history(article)]

    def _readable(self, article: str, numbers: Iterable[int | None]) -> Iterator[Exported]:
        for number in numbers:
            try:
                yield self._store.articles.export(article, number)
            except DamagedError as error:
                self.lacks = True
                version = "the newest version" if number is None else f"version {number}"
                self._place.complain(f"left out: {version} of {article}: {error}")


def _file(source: _Source, path: Path) -> None:
    """Write lines to a file that takes its name when it is whole: a backup is never half of one.

    What could be read of a damaged library stays beside it; SettingsError says where.
    """
    part = path.with_name(f"{path.name}.part")
    # as the library itself: who may read it says its owner
    with open(part, "w", encoding="utf-8", newline="\n", opener=private) as file:
        file.writelines(f"{line}\n" for line in source.json_lines())
    if source.lacks:
        what = f"is not written, as something was left out; the rest is in {part}"
        raise SettingsError(
            what, which=str(path), next_step="restore a backup, or keep that under another name"
        )
    part.replace(path)


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
