"""`policy-bot search`: find passages for one query, or for a file of queries in one warm process."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bot import shapes, terminal
from corpus.errors import SettingsError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from bot.command_context import CommandContext
    from handlers.answer import Answer
    from handlers.answering import Answering

LONGEST_PAGE = 100


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `search`."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="what to look for")
    parser.add_argument(
        "--from", dest="source", metavar="FILE", help="one query a line (- is standard input)"
    )
    parser.add_argument(
        "--limit", type=int, default=5, metavar="N", help="passages to show, 1 to 100 (default 5)"
    )
    parser.add_argument("--explain", action="store_true", help="show what made the decision")


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Answer the query, or each query of the file in order."""
    from handlers.answering import Answering

    if bool(args.query) == bool(args.source):
        raise SettingsError(
            "give either a query or --from FILE", which="search", next_step="see policy-bot search --help"
        )
    if not 1 <= args.limit <= LONGEST_PAGE:
        raise SettingsError(f"{args.limit} is out of range", which="--limit", next_step="use 1 to 100")
    with place.library() as store:
        answering = Answering(store)
        for text in _queries(args):
            answer, took_ms = _ask(answering, text, args)
            _show(answer, took_ms, args, place)
    return 0


def _queries(args: argparse.Namespace) -> Iterable[str]:
    """Give the query of the command line, or the lines of the file."""
    if not args.source:
        return [" ".join(args.query)]
    if args.source == "-":
        return (line.rstrip("\r\n") for line in sys.stdin)
    try:
        # line feeds alone end a query: other separators may stand inside one
        with Path(args.source).open(encoding="utf-8-sig", newline="\n") as lines:
            return [line.rstrip("\r\n") for line in lines]
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"cannot be read ({error})",
            which=args.source,
            next_step="give a UTF-8 file with one query a line",
        ) from error


def _ask(answering: Answering, text: str, args: argparse.Namespace) -> tuple[Answer, float]:
    """Answer one query and tell how many milliseconds that took."""
    began = perf_counter()
    answer = answering.search(text, limit=args.limit, explain=args.explain)
    return answer, 1000 * (perf_counter() - began)


def _show(answer: Answer, took_ms: float, args: argparse.Namespace, place: CommandContext) -> None:
    """Print one answer."""
    if args.json:
        shape = shapes.answer_shape(answer, took_ms, explain=args.explain)
        place.say_json(shape)
        return
    for line in terminal.answer_lines(answer, bold=place.out.isatty(), explain=args.explain):
        place.say(line)
