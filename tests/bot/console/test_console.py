"""The console: what is typed reaches the listeners as Slack's payloads, and what they send is drawn."""

from __future__ import annotations

import io
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.cli import main
from bot.console.run import console, replay
from tests.bot.console.conftest import button, quotation, said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
    drawn = talk("/policy x", "click 1", "click 1", "click 1.1", "click 9", "click x", "click 1x")
    assert "#2 policy, in #office:\n   分享了" in drawn
    assert [click["container"]["is_ephemeral"] for click in clicks] == [True, False, True]
    assert clicks[1]["message"]["ts"] == slack.workspace.messages["C0OFFICE"][0]["ts"]
    assert clicks[0]["actions"][0]["value"] == "1"
    assert "(there is no [9]; there are 2 to choose from)" in drawn
    assert "(there is no button called x)" in drawn
    assert "(write it as `click 2`)" in drawn


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


def test_a_recorded_conversation_replays_from_the_same_library(library: Path, tmp_path: Path) -> None:
    """Also blank lines, and the passages that the dice choose."""
    copies = [tmp_path / name for name in ("first.db", "second.db")]
    for copy in copies:
        shutil.copyfile(library, copy)
    talk, out = tmp_path / "talk.txt", io.StringIO()
    typed = io.StringIO("/policy quote\n\n/policy quote\n@policy 数字工匠\n   \n/policy quote\n")
    for copy, args, stdin in (
        (copies[0], ["console", "--record", str(talk)], typed),
        (copies[1], ["console", "--replay", str(talk)], io.StringIO()),
    ):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", stdin)
            patch.setattr(sys, "stdout", out)
            patch.setenv("DATABASE_URL", str(copy))
            assert main(args) == 0, out.getvalue()
    assert talk.read_text("utf-8").count("\n>") == 5


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


def test_what_slack_would_refuse_is_told(app: App, talk: Talk) -> None:
    """Blocks are checked against Slack's limits wherever they are shown, the acknowledgement too."""
    app.command("/policy")(lambda ack: ack(text="t", blocks=[said("长" * 3001)]))
    assert "(Slack would refuse this: block 0: section text has 3001 characters" in talk("/policy x")
