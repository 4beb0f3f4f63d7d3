"""The console: lines in, the real app's answers out."""

from __future__ import annotations

import io
import shutil
from contextlib import closing, suppress
from typing import TYPE_CHECKING, TextIO

from bot.console.dispatch import Delivery
from bot.console.hearing import Hearing
from bot.console.screen import Screen
from bot.console.session import Session
from bot.console.transcript import PROMPT, differences, typed_lines
from bot.console.typed import EndedError, obey
from bot.console.typesetting import PlainPen, TerminalPen, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from slack_bolt import App

    from bot.console.stand_in import SlackStandIn
    from bot.console.typesetting import Pen

GREETING = "policy-bot, without Slack. Try /policy search 数字工匠, or help."


def console(
    app: App,
    slack: SlackStandIn,
    script: Iterable[str] | None = None,
    out: TextIO | None = None,
    record: TextIO | None = None,
    meanwhile: Callable[[], object] = bool,
) -> int:
    """Play the lines of `script`, or what is typed, until they end; return the exit code.

    `out` is where the answers are drawn; `record` gets a transcript that `replay` plays again; `meanwhile`
    is what the bot does of itself after each line.
    """
    papers = [(_pen(out), out)] if out else []
    files = [(PlainPen(), record)] if record else []
    screen = Screen([*papers, *files], slack.workspace.name_of)
    with closing(Delivery(app, slack)) as delivery:
        session = Session(slack, delivery, screen, Hearing(slack, screen))
        echo = Screen(papers if script is not None else [], str)
        written = Screen(files, str)
        try:
            for number, line in enumerate(typed_by_hand() if script is None else script):
                for paper in (echo, written):
                    paper.put([plain("")] if number else [])
                    paper.say(f"{PROMPT}{line.rstrip()}")
                obey(line, session)
                meanwhile()
                session.hearing.catch_up()
        except EndedError:
            pass
    return 0


def replay(
    app: App, slack: SlackStandIn, transcript: str, out: TextIO, meanwhile: Callable[[], object] = bool
) -> int:
    """Play a transcript again; return 1, and print the differences, where the answers are not the same."""
    played = io.StringIO()
    console(app, slack, typed_lines(transcript), None, played, meanwhile)
    found = differences(transcript, played.getvalue())
    print("\n".join(found) or "the same answers as recorded", file=out)
    return 1 if found else 0


def typed_by_hand() -> Iterator[str]:
    """Ask for one line after another, with the history and the editing that the terminal can give."""
    with suppress(ImportError):
        import readline  # noqa: F401 - input() edits lines once it is there; Windows has none
    print(GREETING)
    while True:
        try:
            yield input(PROMPT)
        except EOFError:
            print()
            return


def _pen(out: TextIO) -> Pen:
    return TerminalPen(shutil.get_terminal_size().columns) if out.isatty() else PlainPen()
