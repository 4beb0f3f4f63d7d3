"""Strings that a text repeats: counted, with closed borders, and together by more than chance."""

from __future__ import annotations

from corpus.initiatives.repeated import LEAST, repeated

PLACES = ("村里", "镇上", "学校", "公园", "码头", "山下")


def test_a_string_is_repeated_with_other_neighbours() -> None:
    """What stands three times with free sides counts, with how often it stands alone."""
    texts = [f"{place}新开了乡村图书亭。" for place in PLACES]
    found = repeated(texts)["乡村图书亭"]
    assert (found.words, found.count, found.alone) == (("乡村", "图书", "亭"), 6, 6)


def test_what_stands_less_often_is_not_repeated() -> None:
    """Two places are chance."""
    assert repeated([f"{place}新开了乡村图书亭。" for place in PLACES[: LEAST - 1]]) == {}


def test_a_part_that_never_stands_alone_is_no_string_of_its_own() -> None:
    """乡村图书 has one neighbour on its right: its border is open, and so is that of 图书亭 on its left."""
    found = repeated([f"{place}的乡村图书亭，很小。" for place in PLACES])
    assert "乡村图书亭" in found
    assert "乡村图书" not in found
    assert "图书亭" not in found


def test_words_that_meet_by_chance_are_not_repeated() -> None:
    """The words of a string stand together more often than their own numbers bring about."""
    texts = ["图书。乡村。" * 40 + f"{place}，乡村图书，很好。" for place in PLACES[:3]]
    assert "乡村图书" not in repeated(texts)


def test_a_part_of_a_longer_string_counts_where_it_stands_alone() -> None:
    """图书亭 beside 乡村图书亭 is counted without the places of the longer one."""
    texts = [f"{place}的乡村图书亭，很小。" for place in PLACES] + [
        f"{place}的图书亭，很小。" for place in PLACES
    ]
    found = repeated(texts)
    assert (found["图书亭"].count, found["图书亭"].alone) == (12, 6)
