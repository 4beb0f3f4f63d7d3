"""The wiring: real parts are chosen here and nowhere else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from random import SystemRandom
from typing import TYPE_CHECKING

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

import handlers
from bot.service.acknowledging import lasting
from bot.service.home import Home
from corpus.search.warming import warm
from handlers.answering import Answering
from handlers.daily import surfaces
from handlers.parts import Parts
from handlers.surfaces import foreign

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random

    from bot.settings import Settings
    from db.store import Store

LISTENERS = 16  # threads; Bolt's own five would let a slow answer delay the acknowledgement of others
WAITS = 3  # times a 429 is waited out before the call fails
SECONDS = 10  # one call to Slack may take


def build_client(settings: Settings, token: str) -> WebClient:
    """Make a client of the Web API at the address the settings name.

    Only a 429 is tried again: a reset may come after Slack stored the message, and a retry
    would post it twice.
    """
    return WebClient(
        token=token,
        base_url=settings.slack_api_url,
        timeout=SECONDS,
        retry_handlers=[RateLimitErrorRetryHandler(max_retry_count=WAITS)],
    )


def build_parts(store: Store, now: Callable[[], datetime], rng: Random | None = None) -> Parts:
    """Choose what every surface is given; `rng` are the dice, the system's own where none are given."""
    return Parts(answering=Answering(store), store=store, now=now, rng=rng or SystemRandom())


def build_app(
    settings: Settings,
    store: Store,
    now: Callable[[], datetime],
    *,
    one_thread: bool = False,
    rng: Random | None = None,
    home: Home | None = None,
) -> App:
    """Make the Bolt app with every listener on it. With `one_thread` a dispatch returns when all is done.

    `home` is what the process knows of its workspace; without one Slack is asked, beside the work.
    """
    client = build_client(settings, settings.slack_bot_token)
    home = home or Home(client, waits=one_thread)
    client.token = None  # Bolt gives each request the one that `authorize` returns
    app = App(
        client=client,
        authorize=home.authorizer(),
        signing_secret=settings.slack_signing_secret or None,
        process_before_response=one_thread,
        # Slack may be away when we start; `doctor` is where tokens are checked
        token_verification_enabled=False,
        listener_executor=ThreadPoolExecutor(LISTENERS, thread_name_prefix="listener"),
    )
    app.use(lasting)
    if not one_thread:
        home.own()  # so that Slack's answer is there when the first request comes
    warm()
    parts = build_parts(store, now, rng)
    foreign.register(app, parts, home.team)  # before everybody
    surfaces.register(app, parts, settings.policy_time_zone)  # before /policy's own listener
    handlers.register(app, parts)
    return app
