"""`policy-bot quote`: print one passage worth quoting."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from bot import shapes, terminal
from corpus.errors import QueryError
from corpus.quoting.fitness import quotable
from handlers.answering import Answering

if TYPE_CHECKING:
    import argparse

    from bot.place import Place
    from handlers.answer import Quoted


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `quote`."""
    parser.add_argument(
        "--seed", type=int, metavar="N", help="choose by this number; the same again chooses the same"
    )
    parser.add_argument("--explain", action="store_true", help="say why the passage is worth quoting")


def run(args: argparse.Namespace, place: Place) -> int:
    """Print the passage; exit 1 where the library holds none worth quoting."""
    rng = Random(args.seed)  # noqa: S311 - which passage is shown is no secret
    with place.library() as store:
        quoted = Answering(store).quote(rng)
    if quoted is None:
        raise QueryError("no passage is fit for quoting", which=place.db, next_step="import an article first")
    if args.json:
        why = {"reasons": list(reasons(quoted))} if args.explain else {}
        place.say_json(shapes.passage_shape(quoted) | why)
        return 0
    for line in terminal.passage_lines(quoted, bold=False):
        place.say(line)
    if args.explain:
        for reason in reasons(quoted):
            place.say(f"    {reason}")
    return 0


def reasons(quoted: Quoted) -> tuple[str, ...]:
    """Say why a passage is worth quoting."""
    fit = quotable(quoted.section)
    return next((one.reasons for one in fit if one.excerpt == quoted.excerpt), ())
