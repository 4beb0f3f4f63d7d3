"""More requests wait than are taken: each further one is acknowledged, and told so once."""

from __future__ import annotations

import json
import logging
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from handlers.rendering.views import FIELD, QUERY, WORDS
from handlers.replies import CATALOGUE
from tests.bot.service.slow import PATIENCE, SlowSlack, served
from tests.handlers.door import TEAM, USER, Door

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.store import Store

Json = dict[str, Any]
BUSY = CATALOGUE.too_busy


@pytest.fixture
def slack() -> Iterator[SlowSlack]:
    """A Slack of one's own."""
    with SlowSlack() as stand_in:
        yield stand_in


@pytest.fixture
def full(filled_store: Store, slack: SlowSlack) -> Iterator[Door]:
    """Give the door of an app in which as many requests of one person wait as may."""
    gate = Event()
    with served(filled_store, slack) as (door, crew):
        try:
            while crew.listeners.put(f"{TEAM}:{USER}", lambda: gate.wait(PATIENCE)):
                pass
            yield door
        finally:
            gate.set()


def test_a_command_too_many_is_told_in_its_acknowledgement(full: Door) -> None:
    """The sentence travels back at once."""
    answer = full.send(full.typed("数字工匠"))
    assert (answer.status, json.loads(answer.body)["text"]) == (200, BUSY)


def test_a_mention_too_many_is_told_to_who_wrote_it(
    full: Door, slack: SlowSlack, caplog: pytest.LogCaptureFixture
) -> None:
    """Once and to nobody else; for the log it is no defect."""
    with caplog.at_level(logging.INFO):
        assert full.send(full.mention("数字工匠")).status == 200
        slack.wait_for("chat.postEphemeral", 1, seconds=PATIENCE)
    assert [call.arguments["text"] for call in slack.calls("chat.postEphemeral")] == [BUSY]
    assert [one for one in caplog.records if one.levelno >= logging.ERROR] == []


def test_a_message_in_passing_too_many_bothers_nobody(full: Door, slack: SlowSlack) -> None:
    """Who asked nothing is told nothing."""
    assert full.send(full.message("数字工匠的培育")).status == 200
    assert slack.calls("chat.postEphemeral") == []


def test_a_search_field_too_many_keeps_what_was_typed(full: Door) -> None:
    """The sentence stands beside the field, and the modal stays open."""
    values = {FIELD: {WORDS: {"type": "plain_text_input", "value": "数字工匠"}}}
    view = {"id": "V1", "type": "modal", "callback_id": QUERY, "state": {"values": values}}
    asked = {"type": "view_submission", "team": {"id": TEAM}, "user": {"id": USER}, "view": view}
    answer = full.send(asked)
    assert answer.status == 200
    assert json.loads(answer.body) == {"response_action": "errors", "errors": {FIELD: BUSY}}


def test_a_person_has_room_for_so_many(full: Door) -> None:
    """Others are answered while one person's requests wait."""
    answer = full.send({**full.typed("help"), "user_id": "U0OTHER"})
    assert "/policy search" in answer.body
