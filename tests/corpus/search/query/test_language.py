"""The query language."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import QueryError
from corpus.search.query.analysis import analyze
from corpus.search.query.language import Query, parse
from corpus.vocabulary import Article


@pytest.mark.parametrize("typed", ['"数字 工匠"', "“数字 工匠”", "「数字 工匠」", "”数字 工匠”"])
def test_any_quotation_marks_make_a_phrase(typed: str) -> None:
    """Curly quotes that a client types by itself are the user's quotes."""
    assert parse(typed).phrases == ("数字 工匠",)


def test_words_filters_and_exclusions_are_told_apart() -> None:
    """One line may hold all of it."""
    query = parse("人才 培养 -杭州 文章:数字经济 章节：人才 作者:兰建平 日期:2018..2020")
    assert query == Query(
        raw=query.raw,
        text="人才 培养",
        excluded=("杭州",),
        article="数字经济",
        heading="人才",
        author="兰建平",
        since="2018",
        until="2020",
        limits=("文章:数字经济", "作者:兰建平", "日期:2018..2020"),
    )


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("数字工匠 OR 工程师", "数字工匠   工程师"),
        ("@bob 数字工匠", "数字工匠"),
        ("数字工匠 && 工程师", "数字工匠   工程师"),
        ("R&D 投入", "R&D 投入"),
        ("someone@example.org", "someone@example.org"),
        ("@bob", "@bob"),
        ("OR", "OR"),
    ],
)
def test_operators_and_people_named_are_not_looked_for(typed: str, text: str) -> None:
    """Words of other search engines and @names stand aside, unless they are all there is."""
    assert parse(typed).text == text


@pytest.mark.parametrize(
    "typed",
    ["日期:昨天", "日期:2020..2018", "作者:", "文章: 数字", "日期:..", "日期:20182020", "日期:2018-13"],
)
def test_a_bad_filter_gets_a_hint(typed: str) -> None:
    """The error names the filter and says what to write."""
    with pytest.raises(QueryError) as caught:
        parse(typed)
    assert caught.value.which.startswith(typed[:2])
    assert caught.value.next_step


@pytest.mark.parametrize(
    ("typed", "published", "admitted"),
    [
        ("日期:2018", "2018-10-23", True),
        ("日期:2018-10", "2018-10-23", True),
        ("日期:2018-11..", "2018-10-23", False),
        ("日期:..2018", "2018-10-23", True),
        ("日期:..2017", "2018", False),
        ("日期:2018", None, False),
        ("日期:2018-3", "2018-03-01", True),
    ],
)
def test_dates_take_in_both_ends(typed: str, published: str | None, *, admitted: bool) -> None:
    """A date that is only a year reaches over the year; an article without a date passes no date filter."""
    assert parse(f"{typed} 人才").admits(Article("a", "题", published=published)) is admitted


def test_nothing_but_exclusions_gets_a_hint_unless_it_is_a_number() -> None:
    """-养犬 alone asks for nothing; -5 is a number."""
    assert parse("-5").text == "-5"
    with pytest.raises(QueryError) as caught:
        parse("-养犬")
    assert caught.value.which == "-养犬"


def test_not_is_a_minus() -> None:
    """NOT before a word leaves out what holds it, as in other search engines."""
    query = parse("养犬 NOT 登记")
    assert (query.text, query.excluded) == ("养犬", ("登记",))


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [("日期:20181001", "2018-10-01", "2018-10-01"), ("时间:2018", "2018", "2018")],
)
def test_dates_are_read_as_people_write_them(typed: str, since: str, until: str) -> None:
    """Eight digits are a day."""
    query = parse(f"{typed} 人才")
    assert (query.since, query.until) == (since, until)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("数字工匠", "name"),
        ("工匠 数字", "keywords"),
        ("推动经济社会向更高级形态演进", "long"),
        ("数字工匠是什么", "question"),
        ("梦想小镇在哪里？", "question"),
        ("szgj", "pinyin"),
        ("数字gongjiang", "pinyin"),
        ("heat 喷流", "keywords"),
    ],
)
def test_each_kind_of_query_is_known(typed: str, kind: str) -> None:
    """Confidence is judged by kind, so that the kind must be right."""
    assert analyze(parse(typed)).kind == kind


def test_question_words_are_not_looked_for() -> None:
    """What is asked with is no content; a name that no dictionary has stays whole."""
    assert analyze(parse("余蔚是哪国国王？")).words == ("余蔚", "国王")


@given(st.text(max_size=200))
def test_any_text_is_a_query_or_a_hint(text: str) -> None:
    """No text breaks the parser."""
    with contextlib.suppress(QueryError):
        assert analyze(parse(text)).letters == "".join(analyze(parse(text)).chunks)


@pytest.mark.parametrize(
    ("typed", "which"),
    [
        ("时间：2030年 小镇", "时间：2030年"),
        ("日期:2020..2018 小镇", "日期:2020..2018"),
        ("作者:“” 小镇", "作者:“”"),
        ("标题:甲 文章:“乙 丙”", "文章:“乙 丙”"),
    ],
)
def test_a_hint_quotes_the_filter_as_typed(typed: str, which: str) -> None:
    """With its very name, colon and quotation marks."""
    with pytest.raises(QueryError) as caught:
        parse(typed)
    assert caught.value.which == which
