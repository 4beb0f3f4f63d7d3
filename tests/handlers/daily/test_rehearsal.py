"""A rehearsed time is for what is due, and for nothing else."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from slack_bolt import BoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.app import build_app
from bot.settings import from_environment
from tests.handlers.conftest import NOW
from tests.handlers.door import Door

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from bot.console.stand_in import SlackStandIn
    from db.store import Store

LONG_AGO = "2020-01-06T09:00:00+08:00"


def test_policy_now_is_never_the_time_of_a_signature(
    slack: SlackStandIn, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With POLICY_NOW set, a request signed at that time is refused, and one signed now is answered."""
    monkeypatch.setenv("POLICY_NOW", LONG_AGO)
    said = {"SLACK_BOT_TOKEN": slack.token, "SLACK_SIGNING_SECRET": slack.signing_secret}
    app = build_app(
        from_environment({**said, "SLACK_API_URL": slack.url}), store, lambda: NOW, one_thread=True
    )
    door = Door(app, slack)
    body = urlencode(door.typed("daily status"))
    stamp = str(int(datetime.fromisoformat(LONG_AGO).timestamp()))
    signed = SignatureVerifier(slack.signing_secret).generate_signature(timestamp=stamp, body=body)
    headers: dict[str, str | Sequence[str]] = {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": signed or "",
    }
    assert app.dispatch(BoltRequest(body=body, headers=headers)).status == 401
    assert "还没有设" in door.command("daily status")["text"]
