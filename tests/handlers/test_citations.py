"""A citation that was pasted is known again, wherever words are read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from handlers.incoming.passage_codes import codes_in, without_codes
from tests.handlers.door import CHANNEL, buttons, quotations

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.store import Store
    from tests.handlers.door import Door, Json

PASTED: tuple[str, ...] = (
    "{cited}",
    "“{quoted}”（{cited}）",
    "{quoted}\n{cited}",
    "&gt; {quoted}\n&gt; {cited}",
    "{code}",
    "〔{code}〕",
    "({code})",
    "（{code}）",
    "[{code}]",
    "【{code}】",
    "〔{wide}〕",
    "见 {upper} 。",
    "〔{first}-\n{last}〕",
    "见 {first}-\n{last}",
    "〔{first} - {last}〕",
    "{first}\u200b-{last}",
    "\ufeff〔\u200b{code}\u200d〕",
    "见《某文》，第 8 段 {first}{last}",
    "见 {first}~{last}",
    "见 {first}_{last}",
    "见 {first}ー{last}",
)


@pytest.fixture
def cited(door: Door) -> Json:
    """A passage's quotation, its citation as 引用格式 gives it, and its code in several ways of writing."""
    answer = door.command("数字工匠")
    told = door.click(buttons(answer, "policy_cite")[0])["text"].split("\n", 1)[1]
    (code,) = codes_in(told)
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in code)
    halves = {"first": code[:4], "last": code[5:]}
    return {"cited": told, "quoted": quotations(answer)[0], "code": code, "wide": wide, **halves} | {
        "upper": code.upper()
    }


def ways(door: Door) -> dict[str, Callable[[str], Json]]:
    """Return how the same words are asked on each surface."""

    def direct(text: str) -> Json:
        return door.posted_after(door.message(text, channel="D0READER", channel_type="im"))[0]

    def field(text: str) -> Json:
        view = door.view_after(
            {**door.shortcut({"ts": "1.2", "text": ""}), "type": "shortcut", "callback_id": "policy_search"}
        )
        values = {"policy_field": {"policy_words": {"type": "plain_text_input", "value": text}}}
        submitted = {**door.pressed({"action_id": "x"}), "type": "view_submission"}
        del submitted["actions"]
        response = door.send({**submitted, "view": {**view, "state": {"values": values}}})
        shown: Json = json.loads(response.body)["view"]
        return shown

    return {
        "slash": door.command,
        "show": lambda text: door.command(f"show {text}"),
        "原文": lambda text: door.command(f"原文 {text}"),
        "mention": lambda text: door.posted_after(door.mention(text))[0],
        "direct": direct,
        "field": field,
    }


@pytest.mark.parametrize("way", ["slash", "show", "mention", "direct", "field"])
@pytest.mark.parametrize("pasted", PASTED)
def test_a_pasted_citation_shows_its_passage(
    door: Door, store: Store, cited: Json, way: str, pasted: str
) -> None:
    """With the quotation in front or not, on several lines, in brackets of any kind and width."""
    shown = ways(door)[way](pasted.format(**cited))
    found = store.sections.by_code(cited["code"])
    assert found is not None
    assert quotations(shown) == [found.section.text]


def test_the_shortcut_on_a_citation_shows_its_passage(door: Door, store: Store, cited: Json) -> None:
    """Whatever else the message says; one whose passage was removed is said to be that."""
    code = cited["code"]
    for text in (f"〔{code}〕", f"大家看看〔{code}〕，还有数字工匠"):
        view = door.view_after(door.shortcut({"ts": "1763900001.000200", "text": text}))
        assert code in json.dumps(view["blocks"])
        assert "没有" not in json.dumps(view["blocks"], ensure_ascii=False)
    store.articles.remove("digital-economy", "2026-11-24T00:00:00+00:00")
    view = door.view_after(door.shortcut({"ts": "1763900001.000300", "text": f"〔{code}〕"}))
    assert code in json.dumps(view["blocks"])
    assert "2026" in json.dumps(view["blocks"])


def test_who_asks_under_a_citation_gets_its_passage(door: Door, store: Store, cited: Json) -> None:
    """A thread that opens with a citation alone, and a mention that only asks where it stands."""
    ts = door.slack.say(CHANNEL, f"〔{cited['code']}〕", user="U0OTHER")["ts"]
    (told,) = door.posted_after(door.mention("出处？", thread_ts=ts, ts="9999999999.000100"))
    found = store.sections.by_code(cited["code"])
    assert found is not None
    assert quotations(told) == [found.section.text]


def test_the_chinese_word_for_show_takes_a_citation_too(door: Door, cited: Json) -> None:
    """原文 with a citation behind it is no query."""
    assert quotations(ways(door)["原文"](cited["cited"])) == quotations(door.command(cited["code"]))


def test_several_codes_show_their_passages_in_order(door: Door, store: Store) -> None:
    """Each in a message of its own, as many as three; that there are more is said."""
    sections = store.sections.of_article("digital-economy")[2:6]
    text = "，".join(f"《数字经济》〔{one.code}〕" for one in [*sections, sections[0]])
    *shown, note = door.answers(door.typed(text))
    assert [words for one in shown for words in quotations(one)] == [one.text for one in sections[:3]]
    assert "共有 4 个" in note["text"]
    two = door.posted_after(door.mention(f"{sections[0].code} 和 {sections[1].code}"))
    assert len(two) == 2


@pytest.mark.parametrize("text", ["数字工匠（2018-2019）", "数字工匠 long-term", "数字工匠〔zzzz-zzz9〕"])
def test_what_only_looks_like_a_code_is_searched_as_ever(door: Door, text: str) -> None:
    """No passage has it, so the words are what is asked; a citation's own brackets are left out of them."""
    answer = door.command(text)
    assert "zzzz" not in answer["text"]
    if "〔" in text:
        assert quotations(answer) == quotations(door.command("数字工匠"))


def test_a_code_that_nobody_has_is_said_to_be_none(door: Door) -> None:
    """Where a code is asked for."""
    assert "没有编号为“zzzz-zzz9”的段落" in door.command("show 《某文》，第 3 段〔zzzz-zzz9〕")["text"]


def test_codes_are_read_without_asking_the_store() -> None:
    """In order, each once, bounded; what is left without them is the query."""
    assert codes_in("甲〔k7m2-9xqd〕乙（k7m2-9xqd）丙 3n4p—8rst") == ("k7m2-9xqd", "3n4p-8rst")
    assert codes_in("a-k7m2-9xqd-b 数字") == ()
    assert len(codes_in(" ".join(f"{number:04}-aaaa" for number in range(100)))) == 20
    assert without_codes("甲〔k7m2-9xqd〕乙") == "甲 乙"
    assert without_codes("〔k7m2-9xqd〕") == "〔k7m2-9xqd〕"
