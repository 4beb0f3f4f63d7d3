"""No refusal denies a title, a place or a year that the library holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bench.denied import Shelf, queries, refusals, untrue
from corpus.preparing import prepare
from corpus.reading.files import read
from corpus.search.present.refusals import Refusal
from handlers.answering import Answering

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.search.present.refusals import Claim
    from db.store import Store
    from tests.handlers.door import Door

REPORT = "各位代表，现在我代表政府向大会报告工作。\n加快都市圈建设，新增城镇就业{}万人以上。"
TEXTS = {
    "2031年贵州省政府工作报告": REPORT.format(31),
    "2031年青海省政府工作报告": REPORT.format(9),
    "2029年政府工作报告": REPORT.format(1200),
    "2030年政府工作报告": REPORT.format(1250),
    "贵阳市古茶树保护条例": "第一条 为了保护古茶树，制定本条例。\n第二条 禁止砍伐古茶树。",
    "中华人民共和国滩涂保护法": "第一条 为了保护滩涂，制定本法。\n第二条 滩涂属于国家所有。",
    "关于扶持山区茶业的若干意见": "扩大茶园面积，扶持茶农合作社，参照滩涂保护法执行。",
}
SHELF = Shelf.of(TEXTS.items())


@pytest.fixture
def answering(store: Store, tmp_path: Path) -> Answering:
    """Answer from a library of reports, a law and a plan."""
    path = tmp_path / "held.jsonl"
    rows = (
        {"id": f"held-{at}", "title": title, "text": text} for at, (title, text) in enumerate(TEXTS.items())
    )
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    for document in read(path):
        store.articles.save(prepare(document), "2026-12-01T00:00:00+00:00")
    return Answering(store)


def test_no_title_place_or_year_is_denied(answering: Answering) -> None:
    """Each title in five frames, each place and year beside an absent topic: what the refusals claim is so."""
    refused, wrong = 0, []
    for query in queries(TEXTS):
        answer = answering.search(query)
        refused += not answer.answered
        wrong += [(query, one) for one in refusals(answer) if not answer.answered and untrue(one, SHELF)]
    assert refused > len(TEXTS)
    assert wrong == []


@pytest.mark.parametrize("title", TEXTS)
def test_a_title_is_answered(answering: Answering, title: str) -> None:
    """A title that the library has is no refusal."""
    assert answering.search(title).answered


@pytest.mark.parametrize(
    ("claim", "said", "is_untrue"),
    [
        ("name", ("贵州",), True),
        ("name", ("海南",), False),
        ("document", ("滩涂保护法",), True),
        ("document", ("渔业法",), False),
        ("year", ("2031年", "2029年"), True),
        ("year", ("贵州2030年", "2031年"), False),
        ("place", ("青海", "贵州"), True),
        ("together", ("贵州", "都市圈建设"), True),
        ("together", ("贵州", "茶园面积"), False),
        ("inside", ("贵阳市古茶树保护条例", "砍伐"), True),
        ("clause", ("渔业法", "第三条"), True),
        ("namesakes", ("保护条例",), False),
    ],
)
def test_the_check_knows_a_denial(claim: Claim, said: tuple[str, ...], *, is_untrue: bool) -> None:
    """What is claimed of a library is looked up in its titles and lines."""
    refusal = Refusal(said[0], claim, said)
    assert untrue(refusal, SHELF) == is_untrue


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2031年贵州省政府工作报告 潜水艇补贴", None),
        (
            "贵阳市古茶树保护条例 潜水艇补贴",
            "库里有《贵阳市古茶树保护条例》，其中没有找到讲“潜水艇补贴”的段落。",
        ),
    ],
)
def test_the_reply_says_that_the_document_is_there(
    door: Door, answering: Answering, typed: str, said: str | None
) -> None:
    """Beside an absent topic a document that is there is named as such."""
    assert not answering.search(typed).answered
    text = door.command(typed)["text"]
    assert said is None or said in text
    assert "库里没有2031年的工作报告" not in text
