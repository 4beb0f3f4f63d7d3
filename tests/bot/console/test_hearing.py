"""What the bot does to messages that are already there is seen in the console."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.bot.console.conftest import button, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import Ack, App, Respond
    from slack_sdk import WebClient

    from bot.console.stand_in import SlackStandIn

    Talk = Callable[..., str]

ROW = {"type": "actions", "elements": [button("收起", "fold")]}
MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "一"}, "blocks": [said("一"), ROW]}


def test_an_answer_to_all_is_a_message_of_the_channel(app: App, slack: SlackStandIn, talk: Talk) -> None:
    """`in_channel` shows an answer to everybody, and it can be looked up and replied to."""
    app.command("/policy")(lambda ack: ack(text="好", response_type="in_channel"))
    app.event("message")(lambda ack: ack())
    drawn = talk("/policy x", "reply 1 谢谢")
    assert "#1 policy, in #office:\n   好" in drawn
    assert "in the thread of #1:\n   谢谢" in drawn
    assert [kept["text"] for kept in slack.workspace.messages["C0OFFICE"]] == ["好", "谢谢"]


def test_a_private_answer_can_be_taken_away(app: App, talk: Talk) -> None:
    """`delete_original` removes the clicked message; its number and its buttons are gone."""

    def fold(ack: Ack, respond: Respond) -> None:
        ack()
        respond(delete_original=True)

    app.command("/policy")(lambda ack: ack(text="t", blocks=[ROW]))
    app.action("fold")(fold)
    drawn = talk("/policy x", "click 1", "click 1", "click 1.1")
    assert "(#1 is gone)" in drawn
    assert "(there is nothing to click)" in drawn
    assert "(there is no message #1)" in drawn


def test_messages_are_changed_and_deleted_and_reacted_to(app: App, talk: Talk) -> None:
    """chat.update, chat.delete and reactions.add are shown at the message they are about."""

    def act(event: dict[str, Any], client: WebClient) -> None:
        channel, ts = event["channel"], event["ts"]
        client.reactions_add(channel=channel, timestamp=ts, name="book")
        own = client.chat_postMessage(channel=channel, text="一", blocks=[said("一")])["ts"]
        client.chat_update(channel=channel, ts=own, text="二", blocks=[said("二")])
        client.chat_delete(channel=channel, ts=own)

    app.event("message")(act)
    lines = talk("好").splitlines()
    assert lines[3:] == [
        "(policy put :book: on #1)",
        "#2 policy, in #office:",
        "   一",
        "#2 policy, in #office, changed:",
        "   二",
        "(#2 is gone)",
    ]


def test_views_are_pushed_and_changed(app: App, talk: Talk) -> None:
    """A pushed view lies on top; closing it shows the one below, and views.update changes it in place."""

    def opened(ack: Ack, shortcut: dict[str, Any], client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=shortcut["trigger_id"], view=MODAL)

    def clicked(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        assert body["view"]["state"] == {"values": {}}
        client.views_push(trigger_id=body["trigger_id"], view={**MODAL, "blocks": [said("二")]})
        client.views_update(view_id=body["view"]["id"], view={**MODAL, "blocks": [said("三")]})

    app.shortcut("policy_search")(opened)
    app.action("fold")(clicked)
    drawn = talk("shortcut", "click 1", "close", "submit")
    assert drawn.index("│ 一") < drawn.index("│ 二") < drawn.rindex("│ 三")
    assert drawn.count("│ 三") == 1
    assert "(this modal has nothing to submit; `close` it)" in drawn


def test_a_listener_that_acknowledges_nothing_is_told(app: App, talk: Talk) -> None:
    """Without a listener the app answers 404; with a silent one nothing comes back."""
    app.action("fold")(lambda ack: ack())
    assert "(the app answered with HTTP 404)" in talk("/policy x")
    app.command("/policy")(lambda ack: ack())
    assert "(nothing came back)" in talk("/policy x")
