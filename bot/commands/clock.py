"""`policy-bot clock`: post the daily quotes when they are due, and tell those who watch a name."""

from __future__ import annotations

import os
from collections import Counter
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from datetime import datetime

    from bot.command_context import CommandContext
    from bot.daily.clock_loop import Clock

PASSING = ("held", "waiting", "claimed")  # states that are not yet an end
PAUSE = 0.25  # seconds between two looks at what is still open
MOST_ROUNDS = 160  # of them: longer than a claim whose fate is unclear takes to be settled


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `clock`."""
    parser.add_argument("--once", action="store_true", help="do what is due now, and end (for cron)")
    parser.add_argument("--now", metavar="ISO", help="with --once: the instant to take for now, with offset")


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Keep time until the process is told to end, or once."""
    # the words and the token are checked before Slack's libraries are read
    settings = place.settings.require(["SLACK_BOT_TOKEN"])
    now = _now(args, place)
    from bot.daily.wiring import make_clock, make_home
    from bot.logs import to_stderr
    from bot.service.served_library import tell
    from bot.service.serving import told_to_end
    from bot.service.watching import tell_once, telling

    to_stderr()
    ended, home = Event(), make_home(settings, waits=True, quiet=True)  # the clock logs once an outage
    with place.library() as store, make_clock(settings, store, home=home) as clock:
        if args.once:
            tell_once(settings, store, place.now, home=home)
            _tell(_once(clock, now()), clock, args, place)
            return 0
        with told_to_end(lambda *_: ended.set()), telling(settings, store, place.now, home=home):
            tell(store, place)
            place.say("the clock runs")
            place.out.flush()
            clock.run(ended, now)
    return 0


def _now(args: argparse.Namespace, place: CommandContext) -> Callable[[], datetime]:
    """Return what tells the time: --now stands still, POLICY_NOW runs on, else the wall's."""
    from bot.daily.times import read_instant, running_from
    from corpus.errors import SettingsError

    if args.now and not args.once:
        raise SettingsError(
            "goes with --once only", which="--now", next_step="set POLICY_NOW for a rehearsal"
        )
    if args.now:
        fixed = read_instant(args.now, "--now")
        return lambda: fixed
    return running_from(os.environ.get("POLICY_NOW", ""), place.now)


def _once(clock: Clock, now: datetime) -> Counter[str]:
    """Do what is due at `now`, and wait for what Slack holds back or left unclear; count how it ended.

    Of the chores only one that told somebody something counts.
    """
    ended: Counter[str] = Counter()
    for _ in range(MOST_ROUNDS):
        words = [job.result() for job in clock.run_once(now)]
        ended.update(word for word in words if word not in PASSING)
        if not words and not clock.is_waiting():
            break
        if not set(words) - {"held"}:
            Event().wait(PAUSE)
    chores = clock.housekeep(now, ahead=False)
    if chores is not None and chores.result():
        ended[chores.result()] += 1
    return ended


def _tell(ended: Counter[str], clock: Clock, args: argparse.Namespace, place: CommandContext) -> None:
    """Tell what came to an end, and of each post that did not when it is tried again, and why."""
    waiting, refused = clock.open(), clock.why_not()
    if args.json:
        names = ("channel", "day", "state", "retry_at", "error")
        left = [{name: getattr(post, name) for name in names} for post in waiting]
        told = {**({"open": left} if left else {}), **({"refused": refused} if refused else {})}
        place.say_json({**dict(sorted(ended.items())), **told})
        return
    done = [f"{count} {word}" for word, count in sorted(ended.items())]
    if waiting:
        done.append(f"{len(waiting)} still open")
    if refused:
        done.append(f"Slack takes no calls for this workspace ({refused}); see policy-bot doctor")
    place.say(", ".join(done) or "nothing is due")
    for post in waiting:
        until = f", tried again from {post.retry_at}" if post.retry_at else ""
        place.say(f"{post.channel} {post.day}: {post.state} ({post.error or 'no answer yet'}){until}")
