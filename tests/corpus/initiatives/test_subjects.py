"""Names that no type word shows: the subject of an article, found by counting."""

from __future__ import annotations

import pytest

from corpus.initiatives.extraction import extract
from corpus.vocabulary import Section

LIBRARY = (
    "四年前，村口开了第一个乡村图书亭。",
    "后来镇上的乡村图书亭多了起来，孩子放学就去那里。",
    "乡村图书亭由村民轮流看管，每天开到九点。",
    "老人说乡村图书亭比茶馆安静。",
)
TRADITIONAL = (
    "四年前，村口開了第一個鄉村圖書亭。",
    "後來鎮上的鄉村圖書亭多了起來，孩子放學就去那裏。",
    "鄉村圖書亭由村民輪流看管，每天開到九點。",
)


def read(*texts: str, title: str, headings: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """Return the names read out of an article, each with its aliases."""
    sections = [Section("a", number, headings, text, 0) for number, text in enumerate(texts, start=1)]
    return {naming.name: naming.aliases for naming in extract(sections, title)}


@pytest.mark.parametrize("title", ["乡村图书亭", "乡村图书亭的四年", "村口的灯"])
def test_what_an_article_says_again_and_again_is_a_name(title: str) -> None:
    """A character that goes with no word shows a name, whether the title says it or not."""
    assert list(read(*LIBRARY, title=title)) == ["乡村图书亭"]


def test_a_name_is_read_in_traditional_script_as_it_is_printed() -> None:
    """Counting is done in simplified script."""
    assert list(read(*TRADITIONAL, title="鄉村圖書亭的四年")) == ["鄉村圖書亭"]


def test_a_title_is_a_name_where_the_text_opens_with_it() -> None:
    """An encyclopaedia says its subject once."""
    assert list(read("林小漪（1950年－），画家，住在杭州。", title="林小漪 (画家)")) == ["林小漪"]


@pytest.mark.parametrize(
    ("title", "texts"),
    [
        ("网球", ("网球是一项运动。", "打网球要有网球场。", "网球流行。")),
        ("软件", ("选最好的软件。", "最好的软件免费。", "最好的办法是试试。", "这是最好的。")),
        ("夏天", ("我们去游泳。", "我们去爬山。", "我们去看海。")),
    ],
)
def test_common_words_are_no_names_however_often_they_stand(title: str, texts: tuple[str, ...]) -> None:
    """A word that the dictionary knows as common, a description and what ends in a verb are none."""
    assert read(*texts, title=title) == {}


def test_what_a_paragraph_defines_is_a_name() -> None:
    """Two plain words are a name where the text says what they are."""
    texts = ("书香集市是一种夜间市场。", "每月有书香集市，人很多。", "去年的书香集市下了雨。")
    assert list(read(*texts, title="夜里的灯")) == ["书香集市"]
    assert read(*(text.replace("是一种", "有") for text in texts), title="夜里的灯") == {}


def test_what_the_first_sentence_says_and_the_text_repeats_is_a_name() -> None:
    """Two plain words are a name too where an article opens with them and keeps to them."""
    texts = ("书香集市开在河边。", "去年的书香集市下了雨。", "人们爱逛书香集市。", "书香集市很热闹。")
    assert list(read(*texts, title="夜里的灯")) == ["书香集市"]
    assert read("河边有灯。", *texts[1:], title="夜里的灯") == {}


def test_short_forms_stand_beside_the_name() -> None:
    """The end of a name that also stands alone, and what the text calls it, are its aliases."""
    texts = (
        *(f"{place}乡村图书亭，不大。" for place in ("东边的", "西边的", "南边的", "北边的")),
        *(f"{place}图书亭，不大。" for place in ("桥边的", "河边的", "路边的", "山边的")),
    )
    assert read(*texts, title="村口的灯") == {"乡村图书亭": ("图书亭",)}
    named = read("林小漪，又名林漪，住在杭州。", title="林小漪")
    assert named == {"林小漪": ("林漪",)}


def test_policy_is_read_by_its_forms_alone() -> None:
    """Policy repeats its fields and bodies, which are no names."""
    texts = [f"推进{what}，完善水源站布局，落实责任。" for what in ("改革", "开放", "发展", "合作")]
    assert read(*texts, title="工作的意见") == {}
    assert read(*texts, title="水的四年") == {}


def test_the_same_text_gives_the_same_names() -> None:
    """Nothing depends on an order that changes."""
    assert read(*LIBRARY, title="村口的灯") == read(*LIBRARY, title="村口的灯")
