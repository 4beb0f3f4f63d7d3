"""A curator's list wins over what was read."""

import pytest

from corpus.errors import ReadingError
from corpus.initiatives.curated import Curated, combine, load
from corpus.vocabulary import Initiative, Mention

LIST = """
hide = ["大数据+"]

[[initiative]]
name = "乡村振兴战略"
aliases = ["乡村振兴", "振兴乡村"]
note = "2017年提出"

[[initiative]]
name = "两山理念"
"""


def read(name: str, *mentions: Mention, aliases: tuple[str, ...] = ()) -> Initiative:
    """Make an initiative as read."""
    return Initiative(name, aliases, mentions)


def test_entries_take_in_what_was_read_under_their_names() -> None:
    """One entry adds aliases and a note, and merges what articles call by any of them."""
    first, second = Mention("aaaa-aaaa", 0, 4), Mention("bbbb-bbbb", 3, 7)
    combined = combine(
        [read("乡村振兴", first), read("振兴乡村", second, aliases=("乡村大振兴",))], load(LIST)
    )
    assert combined[0] == Initiative(
        "乡村振兴战略", ("乡村振兴", "振兴乡村", "乡村大振兴"), (first, second), "2017年提出"
    )


def test_unread_entries_are_there_and_hidden_ones_are_not() -> None:
    """A curator's own name needs no reading; a hidden one goes, in whatever width it was read."""
    names = [one.name for one in combine([read("大数据＋"), read("数字工匠")], load(LIST))]
    assert names == ["数字工匠", "乡村振兴战略", "两山理念"]


def test_the_same_name_in_several_articles_is_one() -> None:
    """Without any list, what folds to the same is joined, its mentions in order."""
    one, other = Mention("aaaa-aaaa", 0, 4), Mention("bbbb-bbbb", 3, 7)
    assert combine([read("G20 杭州峰会", one), read("G20杭州峰会", other)], Curated()) == (
        Initiative("G20 杭州峰会", ("G20杭州峰会",), (one, other)),
    )


def test_every_way_of_writing_can_be_spotted() -> None:
    """The list gives a Spotter its names."""
    assert load(LIST).ways["振兴乡村"] == "乡村振兴战略"
    assert load("") == Curated()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("hide = [", "is no TOML"),
        ("add = 1", "unknown key 'add'"),
        ("initiative = 3", "double brackets"),
        ("[[initiative]]\nnote = 'x'", "no name for initiative 1"),
        ("[[initiative]]\nname = '“”'", "no name for initiative 1"),
        ("[[initiative]]\nname = '甲乙'\nalias = ['x']", "unknown key 'alias' at 甲乙"),
        ("[[initiative]]\nname = '甲乙'\naliases = 'x'", "aliases of 甲乙 to be a list"),
        ("[[initiative]]\nname = '甲乙'\naliases = [1]", "aliases to be a list of names"),
        ("hide = '甲乙'", "hide to be a list of names"),
        (
            "[[initiative]]\nname = '甲乙'\n[[initiative]]\nname = '丙丁'\naliases = ['甲乙']",
            "to both 甲乙 and 丙丁",
        ),
    ],
)
def test_a_faulty_list_says_so_in_one_line(text: str, what: str) -> None:
    """Each fault is named, with what to write instead, on a single line."""
    with pytest.raises(ReadingError) as caught:
        load(text)
    assert what in str(caught.value)
    assert "[[initiative]] with name" in str(caught.value)
    assert "\n" not in str(caught.value)
