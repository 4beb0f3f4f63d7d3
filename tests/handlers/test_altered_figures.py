"""A figure that was altered is refused or told, and never highlighted as if it were the one that was asked for."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

import pytest

from bench.altered_figures import SEED, altered, highlighted, is_told
from corpus.preparing import prepare
from corpus.reading.files import read
from handlers.answering import Answering

if TYPE_CHECKING:
    from pathlib import Path

    from db.store import Store

MANY = 60  # queries that are asked here; bench/altered_figures.py asks 500 of other texts
UNITS = ("万人", "亿元", "%", "公里", "家", "项")
SUBJECTS = (
    "新增城镇就业",
    "完成技术改造投资",
    "研发经费增长",
    "新建城际铁路",
    "培育专精特新企业",
    "下放审批事项",
)


def texts() -> list[str]:
    """Make paragraphs of figures: each subject with five numbers, two to a paragraph."""
    rows = [f"全年{SUBJECTS[at % 6]}{37 * at + 11}{UNITS[at % 6]}以上，比计划提前完成。" for at in range(30)]
    return [f"过去一年，{first}同时，{second}" for first, second in zip(rows[::2], rows[1::2], strict=True)]


@pytest.fixture
def answering(store: Store, tmp_path: Path) -> Answering:
    """Answer from a library of one article of figures."""
    path = tmp_path / "figures.jsonl"
    path.write_text(json.dumps({"id": "figures", "title": "统计公报", "text": "\n".join(texts())}), "utf-8")
    for document in read(path):
        store.articles.save(prepare(document), "2026-11-30T00:00:00+00:00")
    return Answering(store)


def test_an_altered_figure_is_told(answering: Answering) -> None:
    """Of pieces of sentences with one digit changed none is answered without saying what stands there instead."""
    rng = Random(SEED)  # noqa: S311 - no secret: the same queries on every machine
    asked = [one for _ in range(4) for one in altered("\n".join(texts()), rng)][:MANY]
    assert len(asked) == MANY
    answers = [(query, number, answering.search(query)) for query, number in asked]
    assert [query for query, number, answer in answers if not is_told(answer, number)] == []
    marked = [(query, one) for query, _, answer in answers for one in highlighted(answer) if one not in query]
    assert marked == []


def test_a_figure_as_it_stands_is_answered_and_not_told(answering: Answering) -> None:
    """The same pieces, unaltered, are answers, and no other wording is offered for them."""
    for text in texts()[:6]:
        query = text.partition("，")[2].partition("以上")[0]
        answer = answering.search(query)
        assert answer.answered
        assert answer.did_you_mean is None


@pytest.mark.parametrize(
    ("typed", "said"), [("研发经费增长百分之八十五", "85%"), ("研发经费增长八十五点零%", None)]
)
def test_a_figure_in_characters_is_found_in_digits(
    answering: Answering, typed: str, said: str | None
) -> None:
    """百分之八十五 is 85%; another number is none of it."""
    answer = answering.search(typed)
    assert answer.answered == (said is not None)
    if said:
        assert said in answer.passages[0].section.text
