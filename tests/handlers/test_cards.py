"""The initiative card and its buttons, and the sub-commands that lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.preparing import prepare
from corpus.reading.files import read
from handlers.slack_api.block_limits import problems
from tests.handlers.door import CHANNEL, TEAM, USER, bold, buttons, quotations

if TYPE_CHECKING:
    from pathlib import Path

    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from tests.handlers.door import Door

OLDER = """---
title: 关于培育“数字工匠”的意见
author: 省人社厅
date: 2016-05-01
---
“数字工匠”是指掌握数字技能、能够解决生产难题的高技能人才。

各地要建立“数字工匠”培育库，每年评选一次。
"""
NEWER = """---
title: 数字技能提升行动方案
date: 2021-03-15
---
“数字工匠”是指掌握数字技能、能够解决复杂生产难题的领军人才。
"""


@pytest.fixture
def three_articles(store: Store, tmp_path: Path) -> Store:
    """Two dated articles beside the bundled one, which carries no date."""
    for name, text in (("older.md", OLDER), ("newer.md", NEWER)):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        for document in read(path):
            store.articles.save(prepare(document), "2026-11-24T00:00:00+00:00")
    return store


@pytest.mark.usefixtures("three_articles")
def test_a_card_defines_and_tells_where_else_it_stands(door: Door) -> None:
    """The statement of what it is, how often, since when, and every article in order of date."""
    card = door.command("about 数字工匠")
    assert "是指掌握数字技能、能够解决生产难题的高技能人才" in quotations(card)[0]
    assert "见于 3 篇文章" in card["text"]
    assert "最早见于《关于培育“数字工匠”的意见》（2016-05-01）" in card["text"]
    listed = [card["text"].index(title) for title in ("（2016-05-01）：", "（2021-03-15）：", "发展：1")]
    assert listed == sorted(listed)


@pytest.mark.usefixtures("three_articles")
def test_all_mentions_are_paged(door: Door) -> None:
    """Each passage with its source and a button of its own."""
    card = door.command("about 数字工匠")
    page = door.click(buttons(card, "policy_mentions")[0])
    assert len(quotations(page)) == 3
    assert "共 4 段，这里是第 1 至 3 段" in page["text"]
    further = door.click(buttons(page, "policy_next")[0])
    assert "培育一批实用型“数字工匠”" in quotations(further)[0]
    assert len({*quotations(page), *quotations(further)}) == 4


@pytest.mark.usefixtures("three_articles")
def test_wordings_stand_side_by_side_with_their_differences(door: Door) -> None:
    """One sentence an article, bold where they differ."""
    card = door.command("about 数字工匠")
    compared = door.click(buttons(card, "policy_compare")[0])
    assert len(quotations(compared)) == 3
    assert any("复杂" in run for run in bold(compared))


def test_wordings_of_many_articles_are_paged(door: Door, store: Store, tmp_path: Path) -> None:
    """Four at a time, each page compared in itself; the card counts the articles that it does not list."""
    for number in range(12):
        path = tmp_path / f"plan-{number}.md"
        path.write_text(f"# 方案{number}\n\n第{number}条要培育“数字工匠”，每年评选。\n", "utf-8")
        for document in read(path):
            store.articles.save(prepare(document), "2026-11-24T00:00:00+00:00")
    card = door.command("about 数字工匠")
    assert "还见于另外 5 篇" in card["text"]
    page = door.click(buttons(card, "policy_compare")[0])
    seen = quotations(page)
    while further := buttons(page, "policy_next"):
        page = door.click(further[0])
        seen += quotations(page)
    assert len(seen) == len(set(seen)) == 13
    assert "第 13 至 13 篇" in page["text"]


def test_many_watches_are_all_named(door: Door, store: Store) -> None:
    """Fifteen with a button each, the rest in a row."""
    for number in range(20):
        store.watches.add("T0POLICY", "U0READER", f"提法{number:02}", f"2026-11-24T00:00:{number:02}+00:00")
    listed = door.command("watches")
    assert len(buttons(listed, "policy_unwatch")) == 15
    assert "还有 5 个：提法15、提法16、提法17、提法18、提法19" in listed["text"]


def test_one_article_has_nothing_to_compare(door: Door) -> None:
    """The button is not there."""
    assert buttons(door.command("about 数字工匠"), "policy_compare") == []


def test_a_card_is_shared_once_by_name(door: Door, slack: SlackStandIn) -> None:
    """As a passage is."""
    (share,) = buttons(door.command("about 数字工匠"), "policy_share")
    told = [door.click(share)["text"] for _ in range(2)]
    (call,) = slack.calls("chat.postMessage")
    assert call.arguments["channel"] == CHANNEL
    assert "“数字工匠”" in quotations(call.arguments)[0]
    assert problems(call.arguments) == []
    assert ["已分享到频道" in text for text in told] == [True, False]


@pytest.mark.parametrize("text", ["about 數字工匠", "about ”数字工匠“", "提法 数字工匠"])
def test_a_card_is_found_in_any_script_and_quotes(door: Door, text: str) -> None:
    """Names are looked up folded."""
    assert "“数字工匠”" in quotations(door.command(text))[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("about", "写上提法"),
        ("about 数字工将", "最接近的是“数字工匠”"),
        ("about 房地产调控", "没有叫“房地产调控”的提法"),
        ("about <!channel>", "@channel"),
        ("watch", "写上提法"),
        ("watch 房地产调控", "没有叫“房地产调控”的提法"),
        ("initiatives 没有的文章", "没有标题含"),
    ],
)
def test_what_is_missing_or_unknown_is_explained(door: Door, text: str, told: str) -> None:
    """With a next step."""
    assert told in door.command(text)["text"]


def test_initiatives_are_listed_by_frequency(door: Door, store: Store) -> None:
    """All of them, or those of one article; paged."""
    known = [f"• {name}：{times} 处" for name, times in store.initiatives.by_frequency()]
    page = door.command("initiatives")
    listed = page["text"].split("\n")[1:]
    while further := buttons(page, "policy_next"):
        page = door.click(further[0])
        listed += page["text"].split("\n")[1:]
    assert listed == known
    assert "《数字经济引领高质量发展》中" in door.command("initiatives 高质量发展")["text"]


def test_watching_begins_and_ends_with_a_click(door: Door) -> None:
    """By the button or the word, for oneself only."""
    card = door.command("about 数字工匠")
    assert "已关注" in door.click(buttons(card, "policy_watch")[0])["text"]
    assert "已经在关注" in door.command("watch 数字工匠")["text"]
    watched = door.command("watches")
    assert "数字工匠" in watched["text"]
    assert "没有关注" in door.command("watches", user_id="U0OTHER")["text"]
    door.click(buttons(watched, "policy_unwatch")[0])
    assert "没有关注" in door.command("watches")["text"]


def test_an_outsider_watches_nothing(door: Door, store: Store) -> None:
    """No direct message of ours reaches another organisation's member, who is told so; mentions are shown."""
    card = door.command("about 数字工匠")
    guest = {"id": "U0GUEST", "team_id": "T0OTHER"}
    assert "另一个组织" in door.click(buttons(card, "policy_watch")[0], user=guest)["text"]
    assert store.watches.of(TEAM, "U0GUEST") == ()
    assert quotations(door.click(buttons(card, "policy_mentions")[0], user=guest))


@pytest.mark.parametrize("action", ["policy_mentions", "policy_compare", "policy_watch", "policy_never"])
@pytest.mark.parametrize("value", ["", "n1|zz|x", "n1|ab|房地产调控"])
def test_a_forged_name_does_no_harm(door: Door, action: str, value: str) -> None:
    """It is looked up like any other."""
    button = {
        "type": "button",
        "action_id": action,
        "value": value,
        "text": {"type": "plain_text", "text": "x"},
    }
    assert "出了错" not in door.click(button)["text"]


def test_all_mentions_of_a_section_are_shown(door: Door, store: Store, tmp_path: Path) -> None:
    """From the first to the last, each of them bold."""
    path = tmp_path / "plan.md"
    path.write_text("# 方案\n\n培育“极光工匠”。中间一句。再育极光工匠。末尾一句。\n", "utf-8")
    for document in read(path):
        store.articles.save(prepare(document), "2026-11-24T00:00:00+00:00")
    page = door.click(buttons(door.command("about 极光工匠"), "policy_mentions")[0])
    assert quotations(page) == ["培育“极光工匠”。中间一句。再育极光工匠。…"]
    assert bold(page) == ["极光工匠", "极光工匠"]


def test_a_watch_on_an_unknown_name_is_given_a_next_step(door: Door) -> None:
    """Where nothing is near, the lists are named."""
    assert "/policy initiatives" in door.command("watch 没有这个")["text"]
    assert "数字工匠" in door.command("watch 数字工将")["text"]


def test_words_that_are_no_name_get_the_passages_that_hold_them(door: Door) -> None:
    """Also typed in pinyin: `about` says no less than a direct message does."""
    answer = door.command("about shuju ziyuan buduan leiji")
    assert "没有叫" in answer["text"]
    assert "大数据资源不断累积" in quotations(answer)[0]


def test_a_name_however_long_has_its_card(door: Door, three_articles: Store) -> None:
    """And its alias leads there."""
    name = "培育数字技能领军人才" * 7
    text = f'[[initiative]]\nname = "{name}"\naliases = ["数字工匠"]\n'
    three_articles.initiatives.curate(text, "2026-11-24T00:00:00+00:00")
    for asked in (name, "数字工匠"):
        assert "共提到" in door.command(f"about {asked}")["text"]


def test_a_member_of_our_organisation_is_no_outsider(door: Door, store: Store) -> None:
    """On Enterprise Grid Slack may tell the organisation's id as a person's."""
    card = door.command("about 数字工匠")
    payload = door.pressed(buttons(card, "policy_watch")[0]) | {"enterprise": {"id": "E0GRID"}}
    payload["user"]["team_id"] = "E0GRID"
    (told,) = door.answers(payload)
    assert "另一个组织" not in told["text"]
    assert len(store.watches.of(TEAM, USER)) == 1
