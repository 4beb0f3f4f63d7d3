"""A passage of a law is cited by its place in it, on every surface that cites one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from handlers.incoming.button_values import QuoteRef
from handlers.rendering.buttons import CITE, CONTEXT, button
from tests.db.making import prepared
from tests.handlers.conftest import NOW
from tests.handlers.door import buttons

if TYPE_CHECKING:
    from db.store import Store
    from tests.handlers.door import Door

TITLE = "雁江市雨水花园管理办法"
TEXTS = (
    "第一条 为了规范雨水花园的建设，制定本办法。",
    "第二条 建设单位有下列情形之一的，应当重新报批：",
    "（一）扩大汇水面积的；",
    "（二）更换透水铺装的。",
    "重新报批的期限为二十日，由镜湖街道办理。",
    "附件1：雨水花园分布表",
    "镜湖雨水花园位于青石桥北侧。",
)


@pytest.fixture
def law(store: Store) -> list[str]:
    """Put an ordinance into the store; return the codes of its passages in order."""
    store.articles.save(prepared(TEXTS, article="garden", title=TITLE), NOW.isoformat())
    return [section.code for section in store.sections.of_article("garden")]


@pytest.mark.usefixtures("law")
@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("扩大汇水面积", "第二条第一款第（一）项"),
        ("由镜湖街道办理", "第二条第二款"),
        ("为了规范雨水花园的建设", "第一条"),
        ("青石桥北侧", "第 7 段"),
    ],
)
def test_a_search_and_its_citation_name_the_paragraph_and_item(door: Door, words: str, place: str) -> None:
    """What stands in an annex has the number that it has; 引用格式 says the same."""
    answer = door.command(words)
    assert f"《{TITLE}》，{place}〔" in json.dumps(answer["blocks"], ensure_ascii=False)
    assert f"《{TITLE}》，{place}〔" in door.click(buttons(answer, CITE)[0])["text"]


def test_the_window_names_the_neighbours_by_their_places(door: Door, law: list[str]) -> None:
    """Before the second item stands the first, behind it the second paragraph."""
    one = button("", CONTEXT, QuoteRef(law[3], 0, 5).value())
    shown = json.dumps(door.view_after(door.pressed(one)), ensure_ascii=False)
    assert "上一段（第二条第一款第（一）项）" in shown
    assert "下一段（第二条第二款）" in shown


def test_a_code_shows_the_place(door: Door, law: list[str]) -> None:
    """`show` cites as a search does."""
    assert f"《{TITLE}》，第二条第一款第（二）项〔{law[3]}〕" in door.command(f"show {law[3]}")["text"]
