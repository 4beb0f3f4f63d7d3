"""`policy-bot socket`: serve a workspace through Socket Mode."""

from __future__ import annotations

import os
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from bot.command_context import CommandContext
    from bot.service.home import Home
    from bot.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `socket`."""
    parser.add_argument(
        "--with-clock", action="store_true", help="post the daily quotes from this process too"
    )


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Serve until the process is told to end."""
    # the tokens are checked before Bolt is read
    settings = place.settings.require(["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"])
    from bot.app import build_app
    from bot.daily.times import running_from
    from bot.daily.wiring import make_home
    from bot.logs import to_stderr
    from bot.service.promising import working
    from bot.service.served_library import served
    from bot.service.serving import serve_socket
    from bot.service.watching import telling

    to_stderr()
    begin = os.environ.get("POLICY_NOW", "") if args.with_clock else ""
    now = running_from(begin, place.now)
    if begin:
        place.say(
            f"the clock is rehearsed from {begin} on (POLICY_NOW); everything else goes by the real time"
        )
        place.out.flush()
    home = make_home(settings)
    with (
        served(place) as store,
        _clock(settings, place, now, home) if args.with_clock else nullcontext(),
        telling(settings, store, place.now, home=home),
        working(settings, store, place.now, home=home) as crew,
    ):
        app = build_app(settings, store, place.now, home=home, crew=crew)
        serve_socket(app, settings.slack_app_token, settings.slack_api_url, begin=crew.ending.begin)
    return 0


@contextmanager
def _clock(
    settings: Settings, place: CommandContext, now: Callable[[], datetime], home: Home
) -> Iterator[None]:
    """Keep time on a store of its own: a clock may wait for a writer longer than Slack waits for an answer."""
    from bot.daily.wiring import beside

    with place.library() as store, beside(settings, store, now, home=home):
        yield
