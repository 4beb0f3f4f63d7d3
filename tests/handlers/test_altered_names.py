"""A name that was altered is refused or told: the reply says which other words it found."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

import pytest

from bench.altered_names import SEED, WAYS, altered, altered_latin, is_told, queries
from corpus.preparing import prepare
from corpus.reading.files import read
from handlers.answering import Answering
from tests.handlers.door import quotations

if TYPE_CHECKING:
    from pathlib import Path

    from db.store import Store
    from tests.handlers.door import Door

MANY = 80  # queries that are asked here; bench/altered_names.py asks 500 of other texts
TEXTS = (
    "培育“海岛医生”和“山区教师”，建设渔港经济区，推广海水养殖网箱。",
    "实施“百岛联通”工程，开通海岛航线，更新客运船舶。",
    "投用C919大型客机，布局5G基站，完善海洋气象预报体系。",
    "推进老旧小区改造，新建社区食堂，发展智慧养老服务。",
    "加快跨海大桥建设，扩建集装箱码头，提升港口吞吐能力。",
    "保护候鸟栖息湿地，修复红树林生态系统，打击非法捕捞行为。",
)


@pytest.fixture
def answering(store: Store, tmp_path: Path) -> Answering:
    """Answer from a library of one article of names."""
    path = tmp_path / "names.jsonl"
    path.write_text(
        json.dumps({"id": "names", "title": "海岛发展纲要", "text": "\n".join(TEXTS)}, ensure_ascii=False),
        "utf-8",
    )
    for document in read(path):
        store.articles.save(prepare(document), "2026-12-01T00:00:00+00:00")
    return Answering(store)


def test_an_altered_name_is_told(answering: Answering) -> None:
    """Of names with one character changed none is answered without saying what stands there instead."""
    asked = queries(TEXTS, MANY, Random(SEED))  # noqa: S311 - no secret: the same queries on every machine
    assert len(asked) == MANY
    answers = [(query, answering.search(query)) for query in asked]
    assert sum(answer.answered for _, answer in answers) > MANY / 2
    assert [query for query, answer in answers if not is_told(answer)] == []


@pytest.mark.parametrize("way", WAYS)
def test_a_way_of_altering_alters(way: str) -> None:
    """Each way gives another name, and a Latin name stays one in which one letter or digit differs."""
    rng = Random(SEED)  # noqa: S311 - no secret: the same names each time
    assert altered("海岛医生", way, "甲乙", rng) != "海岛医生"
    latin = altered_latin("C919", rng)
    assert len(latin) == len("C919")
    assert sum(left != right for left, right in zip(latin, "C919", strict=True)) == 1


@pytest.mark.parametrize("typed", ["海岛医生", "C919", "社区食堂", "红树林生态系统", "百岛联通"])
def test_a_name_as_it_stands_is_answered_and_not_told(answering: Answering, typed: str) -> None:
    """Unaltered it is an exact answer, and no other wording is offered."""
    answer = answering.search(typed)
    assert answer.answered
    assert answer.did_you_mean is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("海岛医师", "海岛医生"),
        ("红树生态系统", "红树林生态系统"),
        ("集装码箱头", "集装箱码头"),
        ("跨海桥大建设", "跨海大桥建设"),
        ("智慧的养老", "智慧养老"),
    ],
)
def test_the_reply_says_what_was_found(door: Door, answering: Answering, typed: str, told: str) -> None:
    """Over the passages stands that nothing holds the words as typed, and which ones were found."""
    assert answering.search(typed).did_you_mean == told
    reply = door.command(typed)
    assert quotations(reply)
    assert f"没有一字不差的“{typed}”，找到的是“{told}”。" in reply["text"]


def test_a_latin_name_with_another_digit_is_not_the_one_that_stands_there(answering: Answering) -> None:
    """C929 is no C919, and 6G no 5G."""
    for typed in ("C929", "6G", "C929大型客机"):
        assert is_told(answering.search(typed))
    assert not answering.search("C929").answered
