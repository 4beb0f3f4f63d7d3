"""A curator's list of aliases: what a line may be, and what is told of one that is none."""

from __future__ import annotations

import pytest

from corpus.errors import ReadingError
from corpus.text.curated_aliases import Alias, load, written

LIST = (
    "\ufeff# 我们的叫法\n社保法 = 社会保险法\n\n 梦想鎮＝梦想小镇；云栖小镇\n"
    "社保法=社会保险法 ; 中华人民共和国社会保险法\n"
)


def test_a_list_is_read_as_it_is_typed() -> None:
    """Remarks and empty lines say nothing, marks of either keyboard do, and what is given twice is joined."""
    assert load(LIST) == (
        Alias("社保法", ("社会保险法", "中华人民共和国社会保险法")),
        Alias("梦想鎮", ("梦想小镇", "云栖小镇")),
    )


def test_what_is_printed_can_be_read_again() -> None:
    """The list in force is printed in the form that it is read in."""
    assert load("\n".join(written(load(LIST)))) == load(LIST)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("社保法", "nothing after ="),
        ("社保法 = ；", "nothing after ="),
        (" = 社会保险法", "characters before ="),
        ("法 = 社会保险法", "characters before ="),
        ("社会保险法 = 《社会保险法》", "stands for itself"),
        (f"长 = {'长' * 61}", "characters before ="),
        (f"长名 = {'长' * 61}", "more than 60 characters"),
    ],
)
def test_a_faulty_line_is_named(line: str, says: str) -> None:
    """The error holds the number of the line, the line, and a line as it should be."""
    with pytest.raises(ReadingError, match=says) as error:
        load(f"社保 = 社会保险\n{line}")
    assert "line 2" in str(error.value)
    assert "社保法 = 社会保险法" in str(error.value)
