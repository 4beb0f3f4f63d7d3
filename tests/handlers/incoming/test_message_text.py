"""What counts as somebody's own words, and what a message says altogether."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.incoming.message_text import asked_words, names_user, own_words, whole_text


@pytest.mark.parametrize(
    "text",
    [
        "`数字工匠`",
        "```\n数字工匠\n```",
        "```数字工匠 没有收尾",
        "&gt; 数字工匠",
        "&gt;数字工匠",
        "&gt;&gt;&gt; 前\n数字工匠",
        "<https://a.cn/数字工匠>",
        "<https://a.cn|数字工匠>",
        "https://a.cn/%E6%95%B0/数字工匠".replace("/数字工匠", ""),
        "<#C1|数字工匠>",
    ],
)
def test_code_links_and_quotations_are_not_ones_own_words(text: str) -> None:
    """A name in them is not spotted."""
    assert "数字工匠" not in own_words(text)


def test_what_stands_round_them_stays() -> None:
    """Only the marked stretch goes, and nothing grows together across it."""
    said = own_words("先看 `a` 再说数字工匠\n&gt; 引文\n一带 <https://a.cn> 一路 &amp; 其他")
    assert "数字工匠" in said
    assert "引文" not in said
    assert "一带一路" not in said.replace(" ", "")
    assert "& 其他" in said


def test_a_question_is_all_but_the_people_it_names() -> None:
    """The bot's own name in front goes, entities become characters."""
    assert asked_words("<@U0POLICY> 数字工匠 &amp; <@U1|li> 是什么") == "数字工匠 & 是什么"


def test_a_mention_is_recognised_by_user_id() -> None:
    """With and without the name that older clients send."""
    assert names_user("<@U1> 好", "U1")
    assert names_user("<@U1|policy> 好", "U1")
    assert not names_user("<@U12> 好", "U1")
    assert not names_user("好", "")


def test_a_message_of_blocks_only_is_read() -> None:
    """Sections, rich text and attachments of other bots; what the text repeats is read once."""
    message = {
        "text": "",
        "blocks": [
            {"type": "header", "text": {"type": "plain_text", "text": "通知"}},
            {"type": "section", "text": {"type": "mrkdwn", "text": "推进 &amp; *数字工匠*"}},
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [{"type": "text", "text": "一带"}, {"type": "text", "text": "一路"}],
                    }
                ],
            },
        ],
        "attachments": [{"title": "附件", "text": "梦想小镇"}],
    }
    said = whole_text(message)
    for part in ("通知", "推进 & *数字工匠*", "一带一路", "附件", "梦想小镇"):
        assert part in said
    assert whole_text({"text": "数字工匠", "blocks": message["blocks"][:0]}) == "数字工匠"
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "数字工匠"}}
    assert whole_text({"text": "数字工匠", "blocks": [section]}) == "数字工匠"


RICH = {
    "type": "rich_text",
    "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "数字工匠"}]}],
}
TEXT = {"type": "plain_text", "text": "数字工匠"}


@pytest.mark.parametrize(
    "message",
    [
        {"attachments": [{"fields": [{"title": "提法", "value": "数字工匠", "short": True}]}]},
        {"attachments": [{"fallback": "数字工匠"}]},
        {"attachments": [{"footer": "数字工匠"}]},
        {"attachments": [{"author_name": "数字工匠"}]},
        {"attachments": [{"message_blocks": [{"team": "T1", "message": {"blocks": [RICH]}}]}]},
        {"blocks": [{"type": "table", "rows": [[{"type": "raw_text", "text": "数字工匠"}]]}]},
        {"blocks": [{"type": "table", "rows": [[RICH]]}]},
        {"blocks": [{"type": "image", "image_url": "https://a.cn/x", "title": TEXT, "alt_text": "图"}]},
        {"blocks": [{"type": "image", "image_url": "https://a.cn/x", "alt_text": "数字工匠"}]},
        {"blocks": [{"type": "video", "title": TEXT, "description": TEXT, "alt_text": "片"}]},
        {"blocks": [{"type": "card", "title": TEXT, "body": {"type": "mrkdwn", "text": "好"}}]},
        {"blocks": [{"type": "card", "body": {"type": "mrkdwn", "text": "数字工匠"}}]},
        {"files": [{"id": "F1", "name": "a.pdf", "title": "数字工匠"}]},
    ],
)
def test_words_are_read_wherever_slack_shows_them(message: dict[str, Any]) -> None:
    """Fields, footers, shared messages, tables, pictures, films, cards, files."""
    assert "数字工匠" in whole_text({"text": "", **message})


def test_what_a_button_carries_is_not_read() -> None:
    """Its value is for the app that drew it."""
    button = {"type": "button", "text": {"type": "plain_text", "text": "好"}, "value": "数字工匠"}
    assert "数字工匠" not in whole_text({"text": "", "blocks": [{"type": "actions", "elements": [button]}]})
