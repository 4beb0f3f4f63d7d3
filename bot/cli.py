"""The command line: finds the command, reads its words, and turns an error into one line and an exit code."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import signal
import sys
from typing import TYPE_CHECKING, Protocol, cast

from bot.command_context import CommandContext, visible
from bot.settings import from_environment
from bot.wall_clock import now
from corpus.errors import PolicyError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "import": "read files and folders into the library",
    "articles": "list the articles in the library",
    "outline": "show the structure of a file without importing it",
    "show": "show the passage that a code stands for",
    "search": "find passages",
    "check": "tell whether quotations are right, word for word",
    "history": "list the versions of an article",
    "diff": "show what changed in wording between two versions",
    "notes": "list what looks wrong in the printed text of an article",
    "export": "write articles out, as JSON lines or Markdown",
    "remove": "take articles out of the library; their codes stay",
    "initiatives": "list the named initiatives, by frequency or by article",
    "aliases": "list the curator's aliases; take a new list of them",
    "quote": "show one passage worth quoting",
    "console": "talk to the bot here, without Slack",
    "socket": "serve Slack through Socket Mode",
    "http": "serve Slack through signed HTTP",
    "clock": "post the daily quotes when they are due",
    "workdays": "show which years' Chinese workdays are known, or import one",
    "doctor": "check settings, tokens, scopes, database and index",
}
INTERRUPTED, TERMINATED = 130, 143  # 128 + the signal, as shells count


class Command(Protocol):
    """A module under bot/commands: it says which words it takes, and runs."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own arguments."""

    def run(self, args: argparse.Namespace, place: CommandContext) -> int:
        """Do the work; return the exit code."""


def command(name: str) -> Command:
    """Load one command; the others stay unread, so that none pays for another's libraries."""
    return cast("Command", importlib.import_module(f"bot.commands.{name.replace('import', 'import_')}"))


def make_parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """Build the parser; only the command named in `words` has its arguments filled in."""
    parser = argparse.ArgumentParser(
        prog="policy-bot", description="Quotes Chinese policy texts, word for word."
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, tells in COMMANDS.items():
        one = commands.add_parser(name, help=tells, description=tells.capitalize() + ".")
        if name in words:
            one.add_argument("--db", metavar="PATH_OR_URL", help="the library (default: DATABASE_URL)")
            one.add_argument("--json", action="store_true", help="answer in JSON")
            command(name).configure(one)
    return parser


def main(words: Sequence[str], place: CommandContext | None = None) -> int:
    """Run one command and return its exit code: 0 well, 1 something failed, 2 the words are wrong."""
    args = make_parser(words).parse_args([_typed(word) for word in words])
    try:
        return command(args.command).run(args, place or here(args.db))
    except PolicyError as error:
        print(visible(f"policy-bot: {error}"), file=place.err if place else sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


def _typed(word: str) -> str:
    """Keep `-云栖` from being read as an option: argparse takes what holds a space for an argument."""
    return word if word[:1] != "-" or word.isascii() else f" {word}"


def here(db: str | None) -> CommandContext:
    """Return the place that this process runs in."""
    settings = from_environment(os.environ)
    return CommandContext(settings, db or settings.database_url, sys.stdout, sys.stderr, now)


def _terminated(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a second one ends it at once
    raise SystemExit(TERMINATED)


def entry() -> None:
    """Run the command line of this process. SIGTERM ends it as Ctrl-C does: what was opened is closed first."""
    signal.signal(signal.SIGTERM, _terminated)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # the reader has gone (`policy-bot articles | head`): no complaint, nor one from the last flush
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)
