"""What the bot is for: the right paragraph first, and silence where the library has no answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest

from corpus.reading import bundled
from corpus.reading.files import read
from corpus.reading.sections import split
from db.store import Store
from handlers.answering import Answering

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WINDOW = 6
LATIN = (re.compile(r"[A-Za-z]+"), re.compile(r"\d[\d.]*%?"), re.compile(r"[A-Za-z\d]+(?:[.+][A-Za-z\d]+)*"))
# what is typed, and a stretch of the paragraph that must come first
FOUND = {
    "数字工匠": "培育一批实用型“数字工匠”",
    "数字工将": "培育一批实用型“数字工匠”",
    '"数字 工匠"': "培育一批实用型“数字工匠”",
    "“数字工匠”": "培育一批实用型“数字工匠”",
    "工匠 数字": "培育一批实用型“数字工匠”",
    "技术引领优势": "在人工智能、量子信息、集成电路等领域具备技术引领优势",
    "一带一路": "“一带一路”",
    "G20杭州峰会": "深化落实 G20 杭州峰会",
    "g20 杭州峰会": "深化落实 G20 杭州峰会",
    "Ｇ２０杭州峰会": "深化落实 G20 杭州峰会",
    "1+N": "搭建“1+N”的工业互联网平台体系",
    "１＋Ｎ": "搭建“1+N”的工业互联网平台体系",
    "梦想小镇": "建好梦想小镇、云栖小镇",
    "梦想小震": "建好梦想小镇、云栖小镇",
    "工业APP": "积极培育工业 APP",
    "两个世界级": "抓好“两个世界级”",
}
NOT_FOUND = [
    "量子计算机补贴标准",
    "房地产调控",
    "今天天气",
    "乡村振兴",
    "碳中和",
    "养老保险",
    "asdfgh",
    "。。。",
    "",
    "   ",
    "😀",
]


@pytest.fixture(scope="module")
def answering(bundled_library: Path) -> Iterator[Answering]:
    """Answers over the bundled article, shared since nothing here writes."""
    with Store(str(bundled_library)) as store:
        yield Answering(store)


@pytest.mark.parametrize(("query", "stretch"), FOUND.items())
def test_the_right_paragraph_comes_first(query: str, stretch: str, answering: Answering) -> None:
    """However it is typed, the passage that holds the words is the first."""
    answer = answering.search(query)
    assert answer.answered
    assert stretch in answer.passages[0].section.text


@pytest.mark.parametrize("query", NOT_FOUND)
def test_what_the_library_does_not_say_is_not_answered(query: str, answering: Answering) -> None:
    """A query about something else gets no passage at all."""
    answer = answering.search(query)
    assert not answer.answered
    assert answer.passages == ()


def test_every_latin_word_and_number_finds_a_section_that_holds_it(
    answering: Answering, bundled_text: str
) -> None:
    """Each word or number of two characters and more, in any case and width, stands in the first section found."""
    words = {word for kind in LATIN for word in kind.findall(bundled_text) if len(word) > 1}
    assert {"APP", "G20", "G60", "1+N"} <= words
    wide = {"".join(chr(ord(char) + 0xFEE0) for char in word) for word in words}
    missed = []
    for word in sorted({*words, *map(str.lower, words), *map(str.upper, words), *wide}):
        answer = answering.search(word, limit=1)
        plain = normalize("NFKC", word).lower()
        if not answer.passages or plain not in answer.passages[0].section.text.lower():
            missed.append(word)
    assert missed == []


@pytest.mark.no_cover  # thousands of searches that walk the same lines
def test_every_window_of_six_characters_finds_its_section(answering: Answering) -> None:
    """Any six characters in a row within a paragraph return, at rank 1, a section that holds them."""
    (document,) = read(bundled.path() / "digital-economy.txt")
    windows = {s.text[i : i + WINDOW] for s in split(document) for i in range(len(s.text) - WINDOW + 1)}
    assert len(windows) > 2000
    missed = []
    for window in sorted(windows):
        answer = answering.search(window, limit=1)
        if not answer.passages or window not in answer.passages[0].section.text:
            missed.append(window)
    assert missed == []


def test_the_same_query_gives_the_same_answer(answering: Answering, bundled_library: Path) -> None:
    """The order is total: another store over the same library gives the same list."""
    with Store(str(bundled_library)) as store:
        again = Answering(store).search("数字经济", limit=50)
    assert answering.search("数字经济", limit=50) == again
    assert len(again.passages) > 5


def test_pages_cut_one_list(answering: Answering) -> None:
    """Pages follow one another without a gap, a repeat or a change of order."""
    whole = answering.search("数字经济", limit=100).passages
    pages = [
        p
        for offset in range(0, len(whole), 3)
        for p in answering.search("数字经济", limit=3, offset=offset).passages
    ]
    assert [p.section.code for p in pages] == [p.section.code for p in whole]
    assert [p.rank for p in pages] == list(range(1, len(whole) + 1))
