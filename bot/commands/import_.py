"""`policy-bot import`: read files and folders into the library, a line a document."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from bot.intake.finding import ImportOutcome
from bot.intake.importing import import_paths
from bot.intake.preview import preview_lines, preview_shape, previews
from corpus.errors import SettingsError
from corpus.reading.article_fields import check_id, one_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from bot.command_context import CommandContext
    from db.store import Store

GIVEN = ("title", "author", "source", "published", "status", "url")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `import`."""
    parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="files and folders")
    parser.add_argument(
        "--dry-run", action="store_true", help="show what would be read and changed; write nothing"
    )
    parser.add_argument("--again", action="store_true", help="read files anew that are known already")
    parser.add_argument("--id", metavar="ID", help="the article's id, where one file is imported")
    for name in GIVEN:
        parser.add_argument(f"--{name}", metavar="TEXT", help=f"the {name}, instead of what the file says")


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Import everything; exit 1 where a file failed, with the others kept."""
    given = {name: value for name in GIVEN if (value := getattr(args, name)) is not None}
    if args.id:
        (path, *others) = args.paths
        if others or path.is_dir() or path.suffix.lower() == ".jsonl":
            raise SettingsError(
                "is for one file of one document", which="--id", next_step="import that file by itself"
            )
        check_id(args.id, "--id")
        given["id"] = args.id
    return _rehearse(args, place, given) if args.dry_run else _import(args, place, given)


def _rehearse(args: argparse.Namespace, place: CommandContext, given: Mapping[str, str]) -> int:
    """Show what an import would do, and write nothing."""
    failed = False
    for item in previews(place, args.paths, given):
        if isinstance(item, ImportOutcome):
            failed = True
            _tell(item, place, as_json=args.json)
        elif args.json:
            place.say_json(preview_shape(*item))
        else:
            for line in preview_lines(*item):
                place.say(line)
    return int(failed)


def _import(args: argparse.Namespace, place: CommandContext, given: Mapping[str, str]) -> int:
    """Read, prepare and save."""
    failed, told = False, Counter[str]()
    with (
        place.store() as store,
        tqdm(file=place.err, unit=" sections", disable=not place.err.isatty()) as bar,
    ):
        for outcome in _outcomes(args, place, store, given):
            failed = failed or outcome.error is not None
            told[outcome.saved.outcome if outcome.saved else "failed"] += 1
            bar.update(outcome.saved.sections if outcome.saved else 0)
            bar.clear()
            _tell(outcome, place, as_json=args.json)
    if not args.json and any(path.is_dir() for path in args.paths):
        counts = ", ".join(f"{count} {what}" for what, count in sorted(told.items()))
        place.complain(f"{told.total()} read: {counts}" if counts else "0 read")
    return int(failed)


def _outcomes(
    args: argparse.Namespace, place: CommandContext, store: Store, given: Mapping[str, str]
) -> Iterator[ImportOutcome]:
    """Import within the limits that are set."""
    limits = place.settings.limits
    return import_paths(store, args.paths, given, place.stamp, again=args.again, limits=limits)


def _tell(outcome: ImportOutcome, place: CommandContext, *, as_json: bool) -> None:
    """Print what became of one document."""
    if as_json:
        place.say_json(_shape(outcome))
    elif outcome.saved is None:
        place.complain(f"failed     {outcome.error}")
    else:
        saved = outcome.saved
        place.say(
            f"{saved.outcome:<10} {saved.article.id}  《{one_line(saved.article.title)}》  {saved.sections} sections"
        )
        for remark in outcome.remarks:
            place.say(f"  note: {remark}")


def _shape(outcome: ImportOutcome) -> dict[str, object]:
    """Return the outcome as JSON."""
    saved = outcome.saved
    shape: dict[str, object] = {"path": str(outcome.path), "outcome": saved.outcome if saved else "failed"}
    if saved is None:
        return shape | {"error": str(outcome.error)}
    return (
        shape
        | {"id": saved.article.id, "version": saved.version, "sections": saved.sections}
        | ({"remarks": list(outcome.remarks)} if outcome.remarks else {})
    )
