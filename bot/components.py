"""The real parts that every process chooses: a client of Slack's API, and the context of the listeners."""

from __future__ import annotations

from random import SystemRandom
from typing import TYPE_CHECKING

from slack_sdk import WebClient

from bot.settings import DEFAULTS
from handlers.answering import Answering
from handlers.context import AppContext
from handlers.slack_api.runners import Runners

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random

    from bot.settings import Settings
    from db.store import Store

SECONDS = 10  # one call to Slack may take


def build_client(settings: Settings, token: str) -> WebClient:
    """Make a client of the Web API at the address the settings name.

    It tries nothing again: a reset may come after Slack stored the message, and a retry would post it
    twice; a 429 is waited out in a queue, where no thread waits with it (handlers/slack_api/runners.py).
    """
    return WebClient(
        token=token,
        base_url=settings.slack_api_url,
        timeout=SECONDS,
        retry_handlers=[],
    )


def build_context(
    store: Store,
    now: Callable[[], datetime],
    rng: Random | None = None,
    runners: Runners | None = None,
    spent: Callable[[], float] | None = None,
    zone: str = DEFAULTS["POLICY_TIME_ZONE"],
) -> AppContext:
    """Choose what listeners are given: `rng` are the dice (the system's own where none are), `zone` is the office's.

    Without `runners` whoever says something sends it too; without `spent` the same request always takes the
    same work.
    """
    runners = runners or Runners()
    rng = rng or SystemRandom()
    return AppContext(Answering(store), store, now, rng, runners=runners, spent=spent, zone=zone)
