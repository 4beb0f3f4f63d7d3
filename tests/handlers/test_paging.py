"""Next and Previous turn the pages of an answer in its one order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.incoming.button_values import PageTurn
from tests.handlers.door import buttons, quotations

if TYPE_CHECKING:
    from tests.handlers.door import Door, Json


def codes(message: Json) -> list[str]:
    """Return the codes of the passages shown."""
    return [button["value"].split("|")[2] for button in buttons(message, "policy_share")]


def test_pages_are_disjoint_and_come_back_the_same(door: Door) -> None:
    """Next shows what follows, Previous what was there before, in place of the clicked message."""
    first = door.command("数字经济")
    assert buttons(first, "policy_prev") == []
    (further,) = buttons(first, "policy_next")
    second = door.click(further)
    assert second["replace_original"] is True
    assert set(codes(first)).isdisjoint(codes(second))
    (back,) = buttons(second, "policy_prev")
    again = door.click(back)
    assert (codes(again), quotations(again)) == (codes(first), quotations(first))


def test_every_page_is_reached_and_the_last_has_no_next(door: Door) -> None:
    """The pages together are the whole ranking, each passage once."""
    page = door.command("数字经济")
    seen = codes(page)
    while further := buttons(page, "policy_next"):
        page = door.click(further[0])
        seen += codes(page)
    assert len(seen) == len(set(seen)) > 3
    assert f"共 {len(seen)} 处" in page["text"]


@pytest.mark.parametrize("value", ["", "nonsense", "t1|secrets|ab|0|数字经济", "t1|search|ab|x|数字经济"])
def test_a_forged_value_does_no_harm(door: Door, value: str) -> None:
    """The user is told to ask again."""
    (further,) = buttons(door.command("数字经济"), "policy_next")
    assert "重新查询" in door.click({**further, "value": value})["text"]


def test_a_page_beyond_the_end_says_so(door: Door) -> None:
    """As it may be on an old message, when the library has changed since."""
    (further,) = buttons(door.command("数字经济"), "policy_next")
    turned = door.click({**further, "value": PageTurn("search", "ab", 900, "数字经济").value()})
    assert "没有内容" in turned["text"]


def test_the_list_of_articles_beyond_the_end_says_so(door: Door) -> None:
    """A list's page is read like a search's."""
    (further,) = buttons(door.command("数字经济"), "policy_next")
    turned = door.click({**further, "value": PageTurn("articles", "ab", 40).value()})
    assert "没有内容" in turned["text"]
