"""What is clicked in a thread is answered in that thread, for the one who clicked alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from corpus.preparing import prepare
from corpus.reading.files import read
from tests.handlers.door import CHANNEL, USER, buttons

if TYPE_CHECKING:
    from pathlib import Path

    from bot.console.stand_in import SlackStandIn
    from db.store import Store
from tests.handlers.door import Door, Json

SECOND = "# 方案\n\n各地要培育“数字工匠”，完善评价办法。\n"  # so that there are two wordings to compare
ROOT = "1763900000.000001"
PRIVATE = ("policy_mentions", "policy_compare", "policy_watch", "policy_cite")


def card_in_thread(door: Door, asked: str = "数字工匠") -> Json:
    """Return the card that a mention in a thread got, with where it stands."""
    (card,) = door.posted_after(door.mention(asked, thread_ts=ROOT))
    return card


def pressed(door: Door, button: Json, thread: str = ROOT, ts: str = "1763900000.000200") -> Json:
    """Return the payload of a click on a message that stands in a thread, as Slack sends it: with the message."""
    container = {"type": "message", "message_ts": ts, "channel_id": CHANNEL, "is_ephemeral": False}
    message = {"type": "message", "ts": ts, "thread_ts": thread, "text": ""}
    return door.pressed(button) | {"container": {**container, "thread_ts": thread}, "message": message}


@pytest.mark.parametrize("action", PRIVATE)
def test_a_cards_buttons_answer_in_its_thread(
    door: Door, slack: SlackStandIn, store: Store, tmp_path: Path, action: str
) -> None:
    """Nothing goes to the response_url, whose answer would land at the channel's root."""
    (tmp_path / "second.md").write_text(SECOND, "utf-8")
    (document,) = read(tmp_path / "second.md")
    store.articles.save(prepare(document), "2026-11-24T00:00:00+00:00")
    payload = pressed(door, buttons(card_in_thread(door), action)[0])
    (told,) = door.whispered_after(payload)
    assert (told["channel"], told["user"], told["thread_ts"]) == (CHANNEL, USER, ROOT)
    assert slack.posts(payload["response_url"]) == []


def test_a_click_on_what_only_one_sees_stays_in_the_thread(door: Door) -> None:
    """An ephemeral message tells its thread in the container only; sharing from it is answered there too."""
    (told,) = door.whispered_after(pressed(door, buttons(card_in_thread(door), "policy_mentions")[0]))
    for action in ("policy_cite", "policy_share"):
        payload = door.pressed(buttons(told, action)[0])
        payload["container"] |= {"thread_ts": ROOT}
        (said,) = door.whispered_after(payload)
        assert said["thread_ts"] == ROOT


def test_a_click_on_the_message_that_opens_a_thread_is_answered_in_the_channel(door: Door) -> None:
    """Who reads the channel would not see an answer in the thread."""
    button = buttons(card_in_thread(door), "policy_cite")[0]
    payload = pressed(door, button, thread=ROOT, ts=ROOT)
    assert len(door.answers(payload)) == 1


def test_where_the_bot_is_no_member_the_response_url_is_the_way(door: Door, slack: SlackStandIn) -> None:
    """An answer at the root is better than none."""
    button = buttons(card_in_thread(door), "policy_cite")[0]
    slack.workspace.channel(CHANNEL)["is_member"] = False
    assert len(door.answers(pressed(door, button))) == 1


@pytest.mark.parametrize(
    "failure", [{"status": 500}, {"error": "internal_error"}, {"error": "fatal_error"}, {"reset": True}]
)
def test_an_answer_in_a_thread_that_slack_did_not_confirm_goes_the_next_way(
    door: Door, slack: SlackStandIn, failure: dict[str, Any]
) -> None:
    """It may stand there, and a second copy that one person sees does no harm."""
    button = buttons(card_in_thread(door), "policy_cite")[0]
    slack.fail_next("chat.postEphemeral", times=None, **failure)
    assert len(door.answers(pressed(door, button))) == 1


def test_a_private_answer_never_goes_out_without_blocks_into_a_thread(
    door: Door, slack: SlackStandIn
) -> None:
    """chat.postEphemeral cannot switch markup off, so the plainest form goes by the response_url."""
    button = buttons(card_in_thread(door), "policy_cite")[0]
    slack.fail_next("chat.postEphemeral", error="invalid_blocks", times=None)
    slack.fail_next("response_url", error="invalid_blocks", times=2)
    (told,) = door.answers(pressed(door, button))
    assert told["mrkdwn"] is False
    tried = [call.arguments for call in slack.calls("chat.postEphemeral")]
    assert len(tried) == 2
    assert all(one["blocks"] for one in tried)
