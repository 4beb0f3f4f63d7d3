"""Conversations in the console: mentions, threads, edits, shortcuts, modals, direct messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.bot.console.conftest import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import Ack, App, Say
    from slack_sdk import WebClient

    Talk = Callable[..., str]


def test_a_mention_is_told_as_two_events_and_answered_in_its_thread(app: App, talk: Talk) -> None:
    """Slack sends app_mention and message for one posting, with the same ts and two event ids."""
    heard: list[tuple[str, str, str]] = []

    def hear(body: dict[str, Any], event: dict[str, Any], say: Say) -> None:
        heard.append((event["type"], event["ts"], body["event_id"]))
        if event["type"] == "app_mention":
            say(text="在这里", thread_ts=event.get("thread_ts", event["ts"]))

    app.event("app_mention")(hear)
    app.event("message")(hear)
    drawn = talk("@policy 梦想小镇是什么", "reply 1 @policy 还有呢", "again")
    assert "#1 reader, in #office:\n   @policy 梦想小镇是什么" in drawn
    assert drawn.count("policy, in #office, in the thread of #1:") == 3
    assert [kind for kind, _, _ in heard] == ["app_mention", "message"] * 3
    assert heard[0][1] == heard[1][1]
    assert len({name for _, _, name in heard}) == 4
    assert heard[4:] == heard[2:4]


def test_an_edit_is_a_change_and_a_new_mention(app: App, talk: Talk) -> None:
    """An edited mention comes as message_changed and as app_mention with `edited`, ts unchanged."""
    heard: list[dict[str, Any]] = []

    def hear(event: dict[str, Any]) -> None:
        heard.append(event)

    app.event("app_mention")(hear)
    app.event("message")(hear)
    app.event({"type": "message", "subtype": "message_changed"})(hear)
    talk("@policy 一", "edit 1 @policy 二")
    _, _, changed, again = heard
    assert changed["subtype"] == "message_changed"
    assert changed["previous_message"]["text"].endswith("一")
    assert again["ts"] == heard[0]["ts"]
    assert again["edited"]["user"] == "U0READER"


MODAL = {
    "type": "modal",
    "callback_id": "find",
    "title": {"type": "plain_text", "text": "查找"},
    "submit": {"type": "plain_text", "text": "查"},
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "words",
            "label": {"type": "plain_text", "text": "词语"},
            "element": {"type": "plain_text_input", "action_id": "typed"},
        },
        {
            "type": "input",
            "block_id": "where",
            "optional": True,
            "label": {"type": "plain_text", "text": "范围"},
            "element": {
                "type": "static_select",
                "action_id": "chosen",
                "options": [
                    {"text": {"type": "plain_text", "text": "全部"}, "value": "all"},
                    {"text": {"type": "plain_text", "text": "标题"}, "value": "titles"},
                ],
            },
        },
    ],
}


def test_a_modal_is_filled_in_and_submitted(app: App, talk: Talk) -> None:
    """The fields' values travel by block and action id; a required field cannot be left empty."""
    values: list[dict[str, Any]] = []

    def submitted(ack: Ack, view: dict[str, Any]) -> None:
        values.append(view["state"]["values"])
        if len(values) == 1:
            ack(response_action="errors", errors={"words": "太短"})
        else:
            ack(response_action="update", view={**MODAL, "blocks": [said("找到一处")]})

    def opened(ack: Ack, shortcut: dict[str, Any], client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=shortcut["trigger_id"], view=MODAL)

    def dismissed(ack: Ack, body: dict[str, Any]) -> None:
        ack()
        closed.append(body)

    closed: list[dict[str, Any]] = []
    app.shortcut("policy_search")(opened)
    app.view("find")(submitted)
    app.view_closed("find")(dismissed)
    drawn = talk(
        "shortcut", "submit", "fill 1 数", "fill 2 2", "submit", "fill 1 数字", "submit", "close", "close"
    )
    assert "(Slack wants this filled in first: [1])" in drawn
    assert "(words: 太短)" in drawn
    assert values[1]["words"]["typed"] == {"type": "plain_text_input", "value": "数字"}
    assert values[1]["where"]["chosen"]["selected_option"]["value"] == "titles"
    assert "│ 词语: [1 数字 ✎]" in drawn
    assert "│ 找到一处" in drawn
    assert len(closed) == 1
    assert "(no modal is open)" in drawn


def test_the_message_shortcut_takes_any_message_along(app: App, talk: Talk) -> None:
    """Another bot's message comes whole; one that only the reader sees offers no shortcut."""
    seen: list[dict[str, Any]] = []

    def looked_up(ack: Ack, shortcut: dict[str, Any], client: WebClient) -> None:
        ack()
        seen.append(shortcut)
        client.chat_postEphemeral(
            channel=shortcut["channel"]["id"], user=shortcut["user"]["id"], text="看到了"
        )

    app.shortcut("policy_lookup")(looked_up)
    app.event("message")(lambda ack: ack())
    drawn = talk("bot 数字工匠", "lookup 1", "lookup 2")
    assert seen[0]["message"]["bot_id"] == "B0OTHER"
    assert seen[0]["type"] == "message_action"
    assert "#2 policy, only reader can see this:\n   看到了" in drawn
    assert "(Slack offers no shortcuts on messages that only you see)" in drawn


def test_places_and_people_can_be_changed(app: App, talk: Talk) -> None:
    """In direct messages a text is one message event; as somebody else the user id is another."""
    heard: list[tuple[str, str, str]] = []

    def hear(event: dict[str, Any]) -> None:
        heard.append((event["user"], event["channel_type"], event["channel"]))

    app.event("message")(hear)
    talk("go dm", "@policy 数字工匠", "as li", "go #lab", "好")
    assert heard == [("U0READER", "im", "D0READER"), ("ULI", "channel", "CLAB")]


def test_a_channel_can_be_private_shared_or_without_the_bot(app: App, talk: Talk) -> None:
    """The kind of a channel is told in events as Slack tells it; outside, nothing is heard."""
    heard: list[tuple[str, bool]] = []

    def hear(event: dict[str, Any], body: dict[str, Any]) -> None:
        heard.append((event["channel_type"], body["is_ext_shared_channel"]))

    app.event("message")(hear)
    drawn = talk("go #a private", "好", "go #b shared", "好", "go #c outside", "好", "go #d odd", "go")
    assert heard == [("group", False), ("channel", True)]
    assert "(the bot is not in this channel" in drawn
    assert "(a channel is private, shared, outside or nothing special)" in drawn
    assert "(write it as `go #NAME` or `go dm`)" in drawn


def test_slack_takes_no_commands_in_threads(app: App, talk: Talk) -> None:
    """In a thread a slash command is refused by Slack and reaches nobody."""
    app.event("message")(lambda ack: ack())
    drawn = talk("好", "thread 1", "/policy x", "也好", "leave", "/other")
    assert "(Slack takes no slash commands in threads" in drawn
    assert "#2 reader, in #office, in the thread of #1:" in drawn
    assert "(/other is no command here; /policy is)" in drawn
