"""`policy-bot console`: talk to the real app in the terminal, without Slack."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import replace
from itertools import chain
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from bot.command_context import private
from corpus.errors import SettingsError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from typing import TextIO

    from bot.command_context import CommandContext


SEED = 6  # of the dice of conversations that are recorded


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `console`."""
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--record", metavar="FILE", help="write the conversation to a file")
    one.add_argument("--replay", metavar="FILE", help="play a recorded conversation; fail if answers differ")


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Talk, or play what was piped in, or (with nothing to read) a short conversation of our own."""
    # Bolt is read by the commands that serve, and by no other
    from bot.app import build_app
    from bot.components import build_context
    from bot.console.run import console, replay
    from bot.console.stand_in import SlackStandIn
    from bot.console.workspace import TEAM
    from bot.logs import to_stderr
    from handlers.request_rate import Buckets
    from handlers.watch_delivery import WatchDelivery

    to_stderr()
    recorded = _read(args.replay) if args.replay else None
    with ExitStack() as opened:
        record = opened.enter_context(_write(args.record)) if args.record else None
        slack = opened.enter_context(SlackStandIn())
        store = opened.enter_context(place.store())
        settings = replace(
            place.settings,
            slack_bot_token=slack.token,
            slack_signing_secret=slack.signing_secret,
            slack_api_url=slack.url,
        )
        # what is played again must fall the same way again
        dice = Random(SEED) if record is not None or recorded is not None else None  # noqa: S311 - no secret
        app = build_app(settings, store, place.now, inline=True, rng=dice, buckets=Buckets(None))
        watching, client = WatchDelivery(build_context(store, place.now), lambda: TEAM), slack.client()

        def meanwhile() -> int:
            return watching.run_once(client)

        if recorded is not None:
            return replay(app, slack, recorded, place.out, meanwhile)
        return console(app, slack, _script(sys.stdin), place.out, record, meanwhile)


def _script(source: TextIO | None) -> Iterable[str] | None:
    """Return the lines piped in, or the demonstration where there are none; None is a person typing."""
    from bot.console.demo import SCRIPT

    if source is not None and source.isatty():
        return None
    lines = source if source is not None else iter(())
    first = next(lines, None)
    return SCRIPT if first is None else chain([first], lines)


def _read(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"cannot be read ({error})", which=name, next_step="give a file that --record wrote"
        ) from error


def _write(name: str) -> TextIO:
    try:
        # it holds what was typed
        return open(name, "w", encoding="utf-8", opener=private)
    except OSError as error:
        raise SettingsError(
            f"cannot be written ({error})", which=name, next_step="choose another file"
        ) from error
