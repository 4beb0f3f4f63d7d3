"""A document that a query calls otherwise than its title, and the clause that it names."""

from __future__ import annotations

import pytest

from corpus.search.pipeline import search
from corpus.search.query.as_titled import as_titled
from corpus.search.query.language import parse
from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf

LAW = [
    "第一条 为了规范数字档案安全，制定本法。",
    "第二条 数字档案应当每年备份。",
    "第三条 违反本法的，处五百元罚款。",
]
OTHER = [
    "第一条 为了规范数字出版，制定本条例。",
    "第二条 依照数字档案安全法第三条的规定备份。",
    "第三条 出版物应当备案。",
]


@pytest.fixture
def shelf() -> Shelf:
    """A law, a regulation that cites it, and an amendment."""
    amendment = "中华人民共和国渔业法修正案（三）"
    return Shelf(
        {
            Article("law", "中华人民共和国数字档案安全法"): LAW,
            Article("other", "数字出版管理条例"): OTHER,
            Article("third", amendment): ["一、将第五条修改为：渔船应当编号。"],
        }
    )


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("数档安法3条", "数字档案安全法第3条"),
        ("数字档案安全法三条", "数字档案安全法第三条"),
        ("数字档案安全法 ３条", "数字档案安全法 第３条"),
        ("数字档案安全法第三奈", "数字档案安全法第三条"),
        ("请问数档安法 备份", "请问数字档案安全法 备份"),
        ("渔业法修正案3 编号", "渔业法修正案三 编号"),
    ],
)
def test_a_query_is_put_as_the_title_has_it(shelf: Shelf, typed: str, text: str) -> None:
    """A short form becomes the one title that it is made of; a clause gets its 第 and its 条."""
    assert as_titled(parse(typed), shelf.library).query.text == text


@pytest.mark.parametrize(
    "typed",
    ["数字档案备份", "“数档安法”3条", "执法", "数字档案安全法实施条例三条", "数字档案安全法第三章", "鱼法"],
)
def test_what_names_no_document_of_the_library_stays(shelf: Shelf, typed: str) -> None:
    """A phrase in quotation marks, another document and plain words are left as they are."""
    query = parse(typed)
    assert as_titled(query, shelf.library).query == query


@pytest.mark.parametrize(
    ("typed", "opens"),
    [
        ("数字档案安全法3条", "第三条 违反"),
        ("数档安法第二条", "第二条 数字档案"),
        ("数档安法 备份", "第二条 数字档案应当"),
        ("数字档案安全法关于罚款的规定", "第三条 违反"),
    ],
)
def test_a_named_document_answers_itself(shelf: Shelf, typed: str, opens: str) -> None:
    """The clause or the words are looked for in the law that is named, never in one that cites it."""
    found = search(parse(typed), shelf.library)
    assert found.answered
    assert found.matches[0].section.text.startswith(opens)


def test_another_document_never_answers_for_the_one_that_is_named(shelf: Shelf) -> None:
    """备案 stands in another document only: the law that is named says nothing of it."""
    assert search(parse("备案"), shelf.library).answered
    assert not search(parse("数字档案安全法 出版物备案"), shelf.library).answered
