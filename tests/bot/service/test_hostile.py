"""Forged but signed payloads: none is a server error, none leaves a traceback, nothing in them pings anybody."""

from __future__ import annotations

import json
import logging
from random import Random
from typing import TYPE_CHECKING

import pytest

from bot.app import build_app
from bot.console.stand_in import SlackStandIn
from bot.service.door import Door
from bot.service.signing import Signing
from bot.settings import from_environment
from tests.bot.service.hostile import forged, live
from tests.bot.signed import SECRET, answered
from tests.conftest import NOW

if TYPE_CHECKING:
    from db.store import Store

COUNT = 300


@pytest.mark.parametrize("seed", [1, 2])
def test_forged_payloads_do_no_harm(filled_store: Store, caplog: pytest.LogCaptureFixture, seed: int) -> None:
    """Of three hundred none gives a 5xx, an error in the log, a word of a person in it, or anything live."""
    rng = Random(seed)  # noqa: S311 - the same payloads for the same seed
    with SlackStandIn() as slack:
        said = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": SECRET, "SLACK_API_URL": slack.url}
        app = build_app(from_environment(said), filled_store, lambda: NOW, one_thread=True)
        door = Door(app, Signing(SECRET), filled_store.articles.count)
        answers = []
        for _ in range(COUNT):
            payload = forged(rng, slack)
            status, body = answered(door, json.dumps(payload).encode())
            answers.append((status, body, payload))
        sent = [call.arguments for call in slack.calls()]
    assert [payload for status, _, payload in answers if status >= 500] == []
    assert {status for status, *_ in answers} == {200, 400}
    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR or r.exc_info] == []
    assert "机密的话" not in caplog.text
    told = [json.loads(body) for _, body, _ in answers if body.startswith("{")]
    assert [found for one in (*told, *sent) if (found := live(one))] == []
