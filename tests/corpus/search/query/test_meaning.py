"""What a query is about: its units, in everyday words or the law's, and the sort of answer that it asks for."""

from __future__ import annotations

import pytest

from corpus.search.query.analysis import analyze
from corpus.search.query.language import parse
from corpus.search.query.meaning import ABOUT_NOTHING, answers_to, asked_for, lay_words, units
from corpus.text.normalize import normalize_letters
from corpus.text.tables import lines
from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf

LAW = Article("law", "工作手册")
NOISE = ["森林覆盖率继续提高。", "公园绿道全线贯通。"]


def test_each_lay_word_finds_what_the_law_says() -> None:
    """Beside another word, one that the library lacks is answered by the section with the law's word."""
    missed = []
    for said, lay in lay_words().items():
        if not lay.same:
            continue
        texts = [f"对{lay.same[0]}的规定由国务院制定。", *NOISE]
        found = Shelf({LAW: texts}).search(f"国务院 {said}")
        if not found.answered or found.matches[0].section.number != 1:
            missed.append(said)
    assert missed == []


def test_no_form_of_a_lay_word_stands_in_the_other() -> None:
    """What stands in the word, or the word in it, is found without the table."""
    rows = lay_words().items()
    assert [said for said, lay in rows for way in lay.same if said in way or way in said] == []


def test_what_is_only_akin_answers_nothing() -> None:
    """A section that holds an akin word alone is no answer by the table."""
    found = Shelf({LAW: ["负责人应当签字。", *NOISE]}).search("老板 签字")
    assert all(match.rule != "reworded" for match in found.matches)


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("租客欠房租怎么办", ["租客", "欠", "房租"]),
        ("养狗需要什么条件？", ["养狗"]),
        ("炒鱿鱼有几种形式", ["炒鱿鱼"]),
    ],
)
def test_a_query_is_about_what_neither_asks_nor_is_empty(typed: str, about: list[str]) -> None:
    """Its units are its words without those that ask; a lay word is one however it was cut."""
    assert [unit.word for unit in units(analyze(parse(typed)).cut)] == about


def test_each_sort_of_answer_is_found_where_it_is() -> None:
    """The pattern of a row stands in its example of an answer and not in the other, and its question asks for it."""
    sorts = {one.sort: one.answer for one in asked_for() if one.sort != ABOUT_NOTHING}
    for row in lines("asked_for.tsv"):
        (
            sort,
            *_,
        ) = row.split("\t")
        if sort == ABOUT_NOTHING:
            continue
        _, _, _, asks, answers, does_not = row.split("\t")
        assert sorts[sort].search(normalize_letters(answers)), sort
        assert not sorts[sort].search(normalize_letters(does_not)), sort
        assert sorts[sort] in answers_to(normalize_letters(asks)), sort
