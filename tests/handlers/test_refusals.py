"""What a refusal says of the library is true, and offers nothing that was typed already; through the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.preparing import prepare
from corpus.radicals import unified
from corpus.reading.files import read
from tests.handlers.door import bold, quotations

if TYPE_CHECKING:
    from pathlib import Path

    from db.store import Store
    from tests.handlers.door import Door

REPORT = "加快成都都市圈建设，推动成渝地区双城经济圈走深走实。"
RULES = "第三条 房屋所有人应当定期检查房屋安全。"


def save(store: Store, folder: Path, title: str, text: str) -> None:
    """Put a document of one paragraph into the library."""
    path = folder / f"{title}.md"
    path.write_text(f"# {title}\n\n{text}\n", "utf-8")
    for document in read(path):
        store.articles.save(prepare(document), "2026-11-24T00:00:00+00:00")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("海南都市圈建设", "没有讲“海南”的段落"),
        ("浙江都市圈建设", "没有找到同时讲“浙江”和“都市圈建设”的段落"),
        ("浙江省都市圈建设", "没有找到同时讲“浙江”和“都市圈建设”的段落"),
        ("上海市数字经济促进条例 数据资源", "库里没有《上海市数字经济促进条例》这份文件"),
        ("房屋安全管理条例第三条", "叫“房屋安全管理条例”的文件不止一份"),
        ("宁波市房屋安全管理条例第九十条", "库里的《宁波市房屋安全管理条例》到第三条为止，没有第九十条"),
    ],
)
def test_a_refusal_tells_what_is_lacking_and_no_more(
    door: Door, store: Store, tmp_path: Path, typed: str, said: str
) -> None:
    """A name that a title, heading or text holds is not denied; a document that is not there is named as one."""
    save(store, tmp_path, "2026年四川省政府工作报告", REPORT)
    save(store, tmp_path, "宁波市房屋安全管理条例", RULES)
    save(store, tmp_path, "杭州市房屋安全管理条例", RULES)
    answer = door.command(typed)
    assert said in answer["text"]
    assert not quotations(answer)


@pytest.mark.parametrize("typed", ["G60", "g60", "Ｇ６０", "“G60”", "APP", "app", "G20", "1+N", "search g20"])
def test_a_latin_word_of_the_text_is_quoted(door: Door, typed: str) -> None:
    """In any case and width, with quotation marks or without; the word itself is marked."""
    answer = door.command(typed)
    assert quotations(answer)
    word = typed.removeprefix("search ").strip("“”").casefold()
    assert word.replace("ｇ６０", "g60") in {said.casefold() for said in bold(answer)}


def test_a_mention_finds_a_latin_word_too(door: Door) -> None:
    """`@policy app` is answered in the thread by the passage that holds it."""
    (post,) = door.posted_after(door.mention("app"))
    assert "APP" in "".join(quotations(post))


@pytest.mark.parametrize(
    "typed", ["app2", "g60s", "數字工匠們", "ＮＢＡ", "about 數字公將", "about ＡＰＰ２"]
)
def test_what_is_offered_differs_from_what_was_typed(door: Door, typed: str) -> None:
    """No line of a refusal offers the query itself in another case, width or script."""
    lines = door.command(typed)["text"].splitlines()
    offered = [line.partition("：")[2].split("、") for line in lines if "：" in line]
    word = typed.removeprefix("about ")
    assert not any(one.casefold() == word.casefold() for some in offered for one in some)


def test_a_title_is_found_in_another_width_by_initiatives(door: Door, store: Store, tmp_path: Path) -> None:
    """The list of initiatives of an article is not denied because its title was typed in full width."""
    save(store, tmp_path, "G60科创走廊规划", REPORT)
    assert "没有标题含" not in door.command("initiatives ｇ６０")["text"]


@pytest.mark.parametrize("typed", ["数字⼯匠", "“数字⼯匠”", "⽂章:数字经济 ⼯匠", "search 数字⼯匠是什么？"])
def test_a_query_in_radicals_is_quoted_as_what_it_prints(door: Door, typed: str) -> None:
    """What is pasted from a PDF prints the same characters as the text, and finds the same passages."""
    answer = door.command(typed)
    assert quotations(answer)
    assert quotations(answer) == quotations(door.command(unified(typed)))


@pytest.mark.parametrize(
    ("typed", "said", "quoted"),
    [
        ("2020年失业率目标", "库里没有2020年的工作报告，有2019年、2021年的", 0),
        ("西藏2021年失业率目标", "库里没有西藏的工作报告，有四川等地的", 0),
        ("2019年和2020年失业率目标", "“2020年”一边没有找到答案。库里没有2020年的工作报告", 1),
    ],
)
def test_a_refusal_names_the_years_and_places_that_there_are(
    door: Door, store: Store, tmp_path: Path, typed: str, said: str, quoted: int
) -> None:
    """Where no report is of the year or place, the reply says so; the other side of a comparison is still quoted."""
    aims = "今年的预期目标是：城镇调查失业率5.5%左右。"
    for year in ("2019年", "2021年"):
        save(store, tmp_path, f"{year}政府工作报告", aims)
    save(store, tmp_path, "2021年四川省政府工作报告", aims)
    answer = door.command(typed)
    assert said in answer["text"]
    assert len(quotations(answer)) == quoted
