"""`policy-bot import`: read files and folders into the library, a line a document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from bot.importing import Outcome, import_paths

if TYPE_CHECKING:
    import argparse

    from bot.place import Place

GIVEN = ("title", "author", "source", "published", "status", "url")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `import`."""
    parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="files and folders")
    for name in GIVEN:
        parser.add_argument(f"--{name}", metavar="TEXT", help=f"the {name}, instead of what the file says")


def run(args: argparse.Namespace, place: Place) -> int:
    """Import everything; exit 1 where a file failed, with the others kept."""
    given = {name: value for name in GIVEN if (value := getattr(args, name))}
    failed = False
    with (
        place.store() as store,
        tqdm(file=place.err, unit=" documents", disable=not place.err.isatty()) as bar,
    ):
        for outcome in import_paths(store, args.paths, given, place.stamp):
            failed = failed or outcome.error is not None
            bar.update()
            bar.clear()
            _tell(outcome, place, as_json=args.json)
    return int(failed)


def _tell(outcome: Outcome, place: Place, *, as_json: bool) -> None:
    """Print what became of one document."""
    if as_json:
        place.say(json.dumps(_shape(outcome), ensure_ascii=False))
    elif outcome.saved is None:
        print(f"failed     {outcome.error}", file=place.err)
    else:
        saved = outcome.saved
        place.say(
            f"{saved.outcome:<10} {saved.article.id}  《{saved.article.title}》  {saved.sections} sections"
        )


def _shape(outcome: Outcome) -> dict[str, object]:
    """Return the outcome as JSON."""
    saved = outcome.saved
    shape: dict[str, object] = {"path": str(outcome.path), "outcome": saved.outcome if saved else "failed"}
    if saved is None:
        return shape | {"error": str(outcome.error)}
    return shape | {"id": saved.article.id, "version": saved.version, "sections": saved.sections}
