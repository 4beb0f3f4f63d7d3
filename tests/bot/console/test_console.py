"""The console: what is typed reaches the listeners as Slack's payloads, and what they send is drawn."""

from __future__ import annotations

import io
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.console.run import console, replay
from tests.bot.console.conftest import button, quotation, said

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from slack_bolt import Ack, App, Respond, Say
    from slack_sdk import WebClient

    from bot.console.stand_in import SlackStandIn

    Talk = Callable[..., str]

QUOTE = quotation(("培育一批实用型“", False), ("数字工匠", True), ("”。", False))
ROW = {
    "type": "actions",
    "block_id": "row",
    "elements": [button("分享", "share", "1"), button("下一页", "next", "2")],
}


def test_an_answer_in_the_acknowledgement_is_drawn(app: App, talk: Talk) -> None:
    """The quotation stands word for word, its bold run named underneath, buttons numbered."""
    app.command("/policy")(lambda ack: ack(text="t", blocks=[QUOTE, ROW]))
    drawn = talk("/policy search 数字工匠")
    assert drawn.splitlines() == [
        "> /policy search 数字工匠",
        "#1 policy, only reader can see this:",
        "   │ 培育一批实用型“数字工匠”。",
        "     (bold: 数字工匠)",
        "   [1 分享]  [2 下一页]",
    ]


def test_a_command_is_the_full_form_that_slack_sends(app: App, talk: Talk) -> None:
    """Every documented field is there, the text escaped, the signature checked by Bolt."""
    seen: dict[str, Any] = {}

    def remember(ack: Ack, command: dict[str, Any]) -> None:
        seen.update(command)
        ack()

    app.command("/policy")(remember)
    talk("/policy search <a & b> @policy")
    assert seen["text"] == "search &lt;a &amp; b&gt; @policy"
    wanted = {
        "token",
        "team_id",
        "team_domain",
        "channel_id",
        "channel_name",
        "user_id",
        "user_name",
        "command",
    }
    wanted |= {"text", "api_app_id", "is_enterprise_install", "response_url", "trigger_id"}
    assert set(seen) == wanted


def test_a_wrong_signing_secret_is_refused(slack: SlackStandIn, app: App, talk: Talk) -> None:
    """The signature check of the real app runs: another secret gives 401."""
    app.command("/policy")(lambda ack: ack("好"))
    slack.signing_secret = "another"
    assert "(the app answered with HTTP 401)" in talk("/policy search 数字工匠")


def test_late_answers_and_page_turns_are_drawn(app: App, talk: Talk) -> None:
    """A post to the response_url is shown; one that replaces the clicked message keeps its number."""

    def search(ack: Ack, respond: Respond) -> None:
        ack()
        respond(text="第一页", blocks=[QUOTE, ROW])

    def turn(ack: Ack, respond: Respond, body: dict[str, Any]) -> None:
        ack()
        assert "message" not in body
        assert body["container"]["is_ephemeral"] is True
        respond(text="第二页", blocks=[said("第二页"), ROW], replace_original=True)

    app.command("/policy")(search)
    app.action("next")(turn)
    drawn = talk("/policy x", "click 2", "click 下一页")
    assert drawn.count("#1 policy, only reader can see this, changed:\n   第二页") == 2


def test_a_click_names_the_button_and_where_it_stands(app: App, slack: SlackStandIn, talk: Talk) -> None:
    """In a public message the message comes along; `click M.N` reaches an older one."""
    clicks: list[dict[str, Any]] = []

    def share(ack: Ack, body: dict[str, Any], say: Say) -> None:
        ack()
        clicks.append(body)
        say("分享了", blocks=[said("分享了"), ROW])

    app.command("/policy")(lambda ack: ack(text="t", blocks=[ROW]))
    app.action("share")(share)
    drawn = talk("/policy x", "click 1", "click 1", "click 1.1", "click 9", "click x")
    assert "#2 policy, in #office:\n   分享了" in drawn
    assert [click["container"]["is_ephemeral"] for click in clicks] == [True, False, True]
    assert clicks[1]["message"]["ts"] == slack.workspace.messages["C0OFFICE"][0]["ts"]
    assert clicks[0]["actions"][0]["value"] == "1"
    assert "(there is no [9]; there are 2 to choose from)" in drawn
    assert "(write it as `click 2`)" in drawn


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


def test_slack_takes_no_commands_in_threads(app: App, talk: Talk) -> None:
    """In a thread a slash command is refused by Slack and reaches nobody."""
    app.event("message")(lambda ack: ack())
    drawn = talk("好", "thread 1", "/policy x", "也好", "leave", "/other")
    assert "(Slack takes no slash commands in threads" in drawn
    assert "#2 reader, in #office, in the thread of #1:" in drawn
    assert "(/other is no command here; /policy is)" in drawn


def test_what_slack_refuses_is_told(app: App, slack: SlackStandIn, talk: Talk) -> None:
    """A call that fails is shown with Slack's word; where the bot is no member it hears nothing."""
    slack.workspace.channels["C0OFFICE"]["is_member"] = False

    def post(ack: Ack, client: WebClient, command: dict[str, Any]) -> None:
        ack()
        WebhookClient(command["response_url"]).send(text="先邀请我")
        with suppress(SlackApiError):
            client.chat_postMessage(channel=command["channel_id"], text="好")

    app.command("/policy")(post)
    app.event("member_joined_channel")(lambda say: say("我能查原文"))
    drawn = talk("/policy x", "好", "invite")
    assert "先邀请我" in drawn
    assert "(Slack refused chat.postMessage: not_in_channel)" in drawn
    assert "(the bot is not in this channel and does not hear it; `invite` it)" in drawn
    assert "我能查原文" in drawn


def test_a_conversation_can_be_recorded_and_played_again(app: App, slack: SlackStandIn) -> None:
    """A replay with the same answers exits 0; with another answer it exits 1 and says where."""
    answers = ["好"]
    app.command("/policy")(lambda ack: ack(answers[0]))
    record, out = io.StringIO(), io.StringIO()
    console(app, slack, ["/policy x", "quit", "/policy y"], None, record)
    assert record.getvalue() == "> /policy x\n#1 policy, only reader can see this:\n   好\n\n> quit\n"
    assert replay(app, slack, record.getvalue(), out) == 0
    answers[0] = "不好"
    assert replay(app, slack, record.getvalue(), out) == 1
    assert "-   好\n+   不好" in out.getvalue()


def test_help_names_every_word(talk: Talk) -> None:
    """`help` tells of every word the console knows."""
    drawn = talk("help", "")
    for word in (
        "/policy",
        "@policy",
        "click",
        "fill",
        "submit",
        "reply",
        "lookup",
        "shortcut",
        "edit",
        "quit",
    ):
        assert word in drawn


def test_a_person_at_a_terminal_types(
    app: App, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a script the lines come from the keyboard until its end, and are not echoed."""
    app.command("/policy")(lambda ack: ack("好"))
    monkeypatch.setattr("sys.stdin", io.StringIO("/policy x\n"))
    out = io.StringIO()
    assert console(app, slack, None, out) == 0
    assert out.getvalue() == "#1 policy, only reader can see this:\n   好\n"
    assert "help" in capsys.readouterr().out
