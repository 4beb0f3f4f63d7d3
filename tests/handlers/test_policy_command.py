"""/policy through the door: what is typed, and what the one who typed it sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.reading import bundled, files
from tests.handlers.door import bold, buttons, parts_of, quotations

if TYPE_CHECKING:
    from slack_bolt import App

    from bot.console.stand_in import SlackStandIn
    from tests.handlers.door import Door


def canonical() -> str:
    """Return the canonical text of the bundled article."""
    (path,) = bundled.path().glob("*.txt")
    (document,) = files.read(path)
    return document.text


@pytest.mark.parametrize("text", ["数字工匠", "search 数字工匠", "搜索 数字工匠"])
def test_words_are_answered_with_the_passage_that_holds_them(door: Door, text: str) -> None:
    """The passage is quoted verbatim, its matched run bold, private to who asked."""
    answer = door.command(text)
    first = quotations(answer)[0]
    assert "数字工匠" in first
    assert first.strip("…") in canonical()
    assert "数字工匠" in bold(answer)
    assert answer["response_type"] == "ephemeral"


def test_a_passage_stands_with_its_title_author_path_and_citation(door: Door) -> None:
    """Under each quotation, in the same block, and in the plain text too."""
    answer = door.command("数字工匠")
    for block in (b for b in answer["blocks"] if b["elements"][0]["type"] == "rich_text_quote"):
        source = "".join(leaf["text"] for leaf in block["elements"][1]["elements"])
        assert "兰建平" in source
        assert "《" in source
        assert "段\u3014" in source
        assert source.split("\n")[-1].startswith("兰建平：《")
    assert "兰建平" in answer["text"]
    assert "数字工匠" in answer["text"]


def test_a_quotation_holds_the_source_and_nothing_else(door: Door) -> None:
    """Runs joined are a piece of the canonical text; what is left out is a bare ellipsis of its own."""
    for quote in parts_of(door.command("数字经济"), "rich_text_quote"):
        runs = [leaf["text"] for leaf in quote["elements"] if leaf["text"] != "…"]
        assert "".join(runs) in canonical()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("上海市数字经济促进条例", "上海市数字经济促进条例"),
        ("义乌市人才条例", "义乌市人才条例"),
        ("《档案法》第三条", "档案法"),
    ],
)
def test_a_document_that_the_library_lacks_is_not_answered_from_another(
    door: Door, typed: str, name: str
) -> None:
    """The reply names it and says that others were not quoted; nothing is."""
    answer = door.command(typed)
    assert f"库里没有《{name}》这份文件" in answer["text"]
    assert not quotations(answer)


def test_a_phrase_that_stands_nowhere_falls_back_and_says_so(door: Door) -> None:
    """Quotation marks ask for the exact words; near ones are shown as near."""
    answer = door.command("“数字工将”")
    assert "没有一字不差" in answer["text"]
    assert quotations(answer)


def test_an_author_typed_as_a_word_is_hinted_at_or_answered(door: Door) -> None:
    """Alone the name brings the filter; with words, what the author wrote of them."""
    assert "您是不是要找：作者:兰建平" in door.command("兰建平")["text"]
    assert "数字工匠" in "".join(quotations(door.command("兰建平 工匠")))


@pytest.mark.parametrize("text", ["量子计算机补贴标准", "房地产调控", "今天天气"])
def test_what_the_library_does_not_hold_is_not_answered(door: Door, text: str) -> None:
    """The user hears that nothing was found, and a next step."""
    answer = door.command(text)
    assert quotations(answer) == []
    assert f"没有找到“{text}”" in answer["text"]
    assert "/policy articles" in answer["text"]


@pytest.mark.parametrize(
    "text",
    [
        "*粗体* _斜体_ `码` ~删~",
        "&lt;!channel&gt; 数字经济",
        "<!channel> <@U123|li> <#C1|office>",
        '" OR 1=1 --',
        "'; DROP TABLE sections; --",
        "NEAR(数字 工匠, 5) AND NOT *",
        "数字^ {工匠} col:val (",
        "🎉🎉🎉",
        "。，！？",
        "“”",
        "-",
        "\u0000\u200b",
        "数字经济" * 1_250,
        "x" * 5_000,
        "> 引用",
        "日期:去年",
    ],
)
def test_a_hostile_query_gets_a_sensible_answer_and_pings_nobody(door: Door, text: str) -> None:
    """Never an error, never a live mention, never the user's words in quotation mark-up."""
    answer = door.command(text)
    assert "出了错" not in answer["text"]
    assert "<" not in answer["text"]
    assert "\n&gt;" not in f"\n{answer['text']}"
    assert all(quote.strip("…") in canonical() for quote in quotations(answer))


def test_a_filter_that_cannot_be_read_is_explained_in_the_catalogues_words(door: Door) -> None:
    """What was typed is named, and how it is written."""
    answer = door.command("日期:去年 数字经济")
    assert "“日期:去年”读不懂" in answer["text"]
    assert "2018..2020" in answer["text"]
    assert "date" not in answer["text"]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("文章:数字经济 文章:条例 工匠", "文章:条例"),
        ("文章:数字经济 标题:条例 工匠", "标题:条例"),
        ("作者:兰建平 作者:某人 工匠", "作者:某人"),
        ("章节:人才 章节:小镇 工匠", "章节:小镇"),
        ("日期:2018 日期:2020.. 工匠", "日期:2020.."),
    ],
)
def test_a_filter_that_is_there_twice_is_told(door: Door, typed: str, named: str) -> None:
    """None of the two is dropped in silence; the same one said again is no fault."""
    assert f"只能写一个，“{named}”是多出来的" in door.command(typed)["text"]
    first = typed.split(maxsplit=1)[0]
    assert door.command(f"{first} {first} 工匠")["text"].count("多出来") == 0


def test_a_query_that_is_too_long_is_cut_and_that_is_said(door: Door) -> None:
    """5,000 characters are answered by their beginning."""
    assert "只按前" in door.command("数字经济" * 1_250)["text"]


@pytest.mark.parametrize("text", ["", "help", "帮助", "search"])
def test_help_names_every_sub_command(door: Door, text: str) -> None:
    """Typed bare, /policy explains itself."""
    answer = door.command(text)
    for word in ("search", "articles", "show", "quote", "搜索", "目录", "原文", "金句", "帮助"):
        assert word in answer["text"]


@pytest.mark.parametrize("text", ["articles", "目录"])
def test_articles_are_listed_with_author_and_size(door: Door, text: str) -> None:
    """One line an article."""
    answer = door.command(text)
    assert "共 1 篇" in answer["text"]
    assert "兰建平" in answer["text"]


def test_a_passage_is_shown_by_its_code(door: Door) -> None:
    """The code that an answer cites gives the whole section, however it is pasted."""
    code = buttons(door.command("数字工匠"), "policy_share")[0]["value"].split("|")[2]
    for text in (f"show {code}", f"原文 {code.upper()}", f"show \u3014{code}\u3015"):
        (shown,) = quotations(door.command(text))
        assert "数字工匠" in shown
        assert shown in canonical()


@pytest.mark.parametrize(
    ("text", "told"), [("show", "编号"), ("show zzzz-zzzz", "zzzz-zzzz"), ("show <!here>", "@here")]
)
def test_a_code_that_is_missing_or_unknown_is_explained(door: Door, text: str, told: str) -> None:
    """The user hears where codes stand."""
    answer = door.command(text)
    assert told in answer["text"]
    assert "k7m2-9xqd" in answer["text"]


@pytest.mark.parametrize("text", ["quote", "金句"])
def test_a_random_passage_is_quoted(door: Door, text: str) -> None:
    """Whole sentences of the article, with their source."""
    (quoted,) = quotations(door.command(text))
    assert quoted.strip("…") in canonical()


@pytest.mark.parametrize(
    ("text", "name", "alias"), [("serach 数字工匠", "search", "搜索"), ("hlep", "help", "帮助")]
)
def test_a_mistyped_sub_command_gets_a_suggestion(door: Door, text: str, name: str, alias: str) -> None:
    """The English word is named with its alias, and how to search for the word as it stands."""
    answer = door.command(text)
    assert f"{name}（{alias}）" in answer["text"]
    assert f"/policy search {text}" in answer["text"]


def test_a_replayed_command_is_answered_once(door: Door, slack: SlackStandIn) -> None:
    """Slack never sends a command twice, so the second is a replay: acknowledged, and nothing else."""
    payload = door.typed("数字工匠")
    assert door.send(payload).body
    second = door.send(payload)
    assert (second.status, second.body) == (200, "")
    assert slack.posts(payload["response_url"]) == []


def test_a_wrong_signature_is_refused(door: Door, app: App, slack: SlackStandIn) -> None:
    """Bolt's own check guards the door."""
    slack.signing_secret = "another"
    assert door.send(door.typed("数字工匠")).status == 401
    assert app.name


def test_an_answer_by_a_short_form_says_what_it_stands_for(door: Door) -> None:
    """The expansion stands beside how it matched, in the words of the passage."""
    answer = door.command("自创区")
    assert "简称，即“自主创新示范区”" in answer["text"]
    assert any(
        "简称，即“自主创新示范区”" in "".join(leaf["text"] for leaf in block["elements"][1]["elements"])
        for block in answer["blocks"]
        if block["elements"][0]["type"] == "rich_text_quote"
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("search -数字工匠", "只说了要排除什么"),
        ("search 数字工匠 作者:无此人", "没有文章符合查询条件“作者:无此人”"),
        ("search 数字工匠 日期:2018-13", "读不懂"),
        ("search 数字工匠 时间：2030..2031", "没有文章符合查询条件“时间：2030..2031”"),
    ],
)
def test_a_query_that_cannot_be_answered_says_what_is_wrong_with_it(
    door: Door, typed: str, told: str
) -> None:
    """Each kind of mistake has its sentence, in Chinese."""
    assert told in door.command(typed)["text"]
