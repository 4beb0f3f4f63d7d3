"""`policy-bot quote`: print one passage worth quoting."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

from bot import shapes, terminal
from corpus.errors import QueryError
from handlers.answering import Answering

if TYPE_CHECKING:
    import argparse

    from bot.place import Place


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `quote`."""
    parser.add_argument(
        "--seed", type=int, metavar="N", help="choose by this number, so that the choice can be repeated"
    )


def run(args: argparse.Namespace, place: Place) -> int:
    """Print the passage; exit 1 where the library holds none worth quoting."""
    rng = Random(args.seed)  # noqa: S311 - which passage is shown is no secret
    with place.store() as store:
        quoted = Answering(store).quote(rng)
    if quoted is None:
        raise QueryError("no passage is fit for quoting", which=place.db, next_step="import an article first")
    if args.json:
        place.say(json.dumps(shapes.passage_shape(quoted), ensure_ascii=False))
        return 0
    for line in terminal.passage_lines(quoted, bold=False):
        place.say(line)
    return 0
