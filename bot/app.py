"""The app put together: Bolt with every listener on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slack_bolt import App

import handlers
from bot.components import build_client, build_context
from bot.service.acknowledging import Acknowledging
from bot.service.crew import Crew
from bot.service.home import Home
from bot.wall_clock import spent, ticks
from corpus.search.warming import warm
from handlers.listeners import foreign, rate_limits
from handlers.request_rate import Buckets
from handlers.slack_api.runners import Runners

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random

    from bot.settings import Settings
    from db.store import Store


def build_app(
    settings: Settings,
    store: Store,
    now: Callable[[], datetime],
    *,
    one_thread: bool = False,
    inline: bool = False,
    rng: Random | None = None,
    home: Home | None = None,
    crew: Crew | None = None,
    buckets: Buckets | None = None,
) -> App:
    """Make the Bolt app with every listener on it, which the threads of `crew` run.

    `home` is what the process knows of its workspace; without one Slack is asked, beside the work. `buckets`
    limit how much one person may ask. With `one_thread` a dispatch returns when all is done; with `inline` a
    listener ends when all is sent.
    """
    crew = crew or Crew()
    alone = one_thread or inline
    runners, work = (Runners(), None) if alone else (crew.runners(), spent)
    context = build_context(store, now, rng, runners, work, settings.policy_time_zone)
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
        listener_executor=crew.executor(),
    )
    app.use(Acknowledging().arm)
    rate_limits.register(app, context, buckets or Buckets(ticks), home.team)
    if not one_thread:
        home.own()  # so that Slack's answer is there when the first request comes
    warm()
    foreign.register(app, context, home.team)  # before everybody
    handlers.register(app, context)
    crew.again.serve(app)
    return app
