"""Fifty at once, as the app is served: each acknowledged in time and answered once."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from bot.app import build_app
from bot.settings import from_environment
from tests.handlers.conftest import NOW
from tests.handlers.door import Door

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from tests.handlers.door import Json

IN_TIME = 3.0  # seconds that Slack waits


def test_fifty_at_once_are_acknowledged_in_time_and_answered_once(store: Store, slack: SlackStandIn) -> None:
    """Mentions, shortcuts and commands together, on the threads that the served app has."""
    said = {
        "SLACK_BOT_TOKEN": slack.token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.url,
    }
    door = Door(build_app(from_environment(said), store, lambda: NOW), slack)
    commands = [{**door.typed(f"高质量发展 {number}"), "user_id": f"U{number}"} for number in range(20)]
    mentions = [door.mention("数字工匠", user=f"U{number}") for number in range(15)]
    message = {"ts": "1763900001.000200", "text": "谈谈数字工匠"}
    shortcuts = [door.shortcut(message, user={"id": f"U{number}"}) for number in range(15)]

    def sent(payload: Json) -> tuple[int, float, bool]:
        begun = time.monotonic()
        response = door.send(payload)
        return response.status, time.monotonic() - begun, bool(response.body)

    with ThreadPoolExecutor(50) as pool:
        outcomes = list(pool.map(sent, [*commands, *mentions, *shortcuts]))
    slack.wait_for("chat.postMessage", len(mentions))
    slack.wait_for("views.open", len(shortcuts))
    late = [p for p, (_, _, in_ack) in zip(commands, outcomes, strict=False) if not in_ack]
    slack.wait_for("response_url", len(late))
    assert {status for status, _, _ in outcomes} == {200}
    assert max(seconds for _, seconds, _ in outcomes) < IN_TIME
    assert len(slack.calls("chat.postMessage")) == len(mentions)
    assert [len(slack.posts(p["response_url"])) for p in late] == [1] * len(late)
