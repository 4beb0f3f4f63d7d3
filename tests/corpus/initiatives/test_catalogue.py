"""The names of all articles joined into one list, the curator's on top."""

from __future__ import annotations

from corpus.initiatives.catalogue import changed, join
from corpus.initiatives.curated import Curated, load

ROWS = (
    (1, "数字工匠", ("数字匠人",)),
    (2, "梦想小镇", ()),
    (3, "“数字工匠”", ()),
)


def names(
    *rows: tuple[int, str, tuple[str, ...]], curated: Curated | None = None
) -> list[tuple[str, tuple[int, ...]]]:
    """Return the name of each initiative and the rows that it was read from."""
    return [(one.name, one.rows) for one in join(rows, curated).entries]


def test_names_with_one_key_are_one_initiative() -> None:
    """Under the name that came first, with every other way of writing as an alias."""
    assert names(*ROWS) == [("数字工匠", (1, 3)), ("梦想小镇", (2,))]
    assert join(ROWS, None).entries[0].aliases == ("数字匠人", "“数字工匠”")


def test_a_name_is_joined_to_the_one_without_its_tail() -> None:
    """Where an article gives that too; by itself the longer one stands."""
    assert names((1, "飞地经济模式", ()), (2, "飞地经济", ())) == [("飞地经济", (1, 2))]
    assert names((1, "飞地经济模式", ())) == [("飞地经济模式", (1,))]


def test_ways_of_a_nationwide_name_are_one() -> None:
    """Each leads to the entry, also the one that no article writes."""
    made = join([(1, "乡村振兴战略", ())], None)
    assert made.by_key["乡村振兴"] is made.entries[0]
    assert made.ways["乡村振兴"] == "乡村振兴战略"


def test_a_name_is_never_anothers_alias() -> None:
    """What is a name by itself stands for itself."""
    made = join([(1, "梦想小镇", ("匠人",)), (2, "匠人", ())], None)
    assert made.ways["匠人"] == "匠人"
    assert made.by_key["匠人"].rows == (2,)


def test_the_curators_list_takes_in_and_hides() -> None:
    """An entry takes in what was read under its aliases; one that nothing names has no rows."""
    listed = load(
        'hide = ["梦想小镇"]\n[[initiative]]\nname = "工匠计划"\naliases = ["数字匠人"]\nnote = "2021"\n'
        '[[initiative]]\nname = "新的"\n'
    )
    assert names(*ROWS, curated=listed) == [("工匠计划", (1, 3)), ("新的", ())]
    assert join(ROWS, listed).entries[0].note == "2021"


def test_no_rows_make_an_empty_catalogue() -> None:
    """There is nothing to spot."""
    assert join([], None).ways == {}


def test_names_that_came_went_or_moved_are_told_apart() -> None:
    """A way of writing that leads to another key is new under that, and the old key has lost one."""
    before = {"工匠": "工匠", "小镇": "小镇", "匠人": "工匠"}
    now = {"工匠": "工匠", "匠人": "匠人", "高地": "高地"}
    assert changed(before, now) == (["匠人", "高地"], {"小镇", "工匠"})
    assert changed(now, now) == ([], set())


def test_every_way_of_writing_has_the_key_of_its_name() -> None:
    """An alias has the name's key, not its own."""
    assert join(ROWS, None).keys["数字匠人"] == "数字工匠"
