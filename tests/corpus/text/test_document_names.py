"""A document is what its name says: its place, its subject, its kind; what only looks like it is another."""

from __future__ import annotations

import pytest

from corpus.text.document_names import document_in, is_document, is_same, parted
from corpus.text.expressions import Expression, expressions
from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf

STATE = "中华人民共和国"
ARCHIVES = Article("archives", f"浙江省实施《{STATE}档案法》办法")
OATH = Article("oath", "浙江省组织实施宪法宣誓制度办法")
FAIRS = Article("fairs", "杭州市会展业促进条例")
OLD = Article("old", "江城市养老服务条例")
RIVERS = Article("rivers", "浙江省河道管理条例")
HOUSES = Article("houses", "宁波市房屋安全管理条例")
MORE_HOUSES = Article("more", "杭州市房屋安全管理条例")
DATA = Article("data", f"{STATE}个人信息保护法")
AUDIT = Article("audit", f"{STATE}审计法")
RULES = Article("rules", "人民检察院民事诉讼监督规则（试行）")
MEDICINE = Article("medicine", "浙江省中医药条例")


def clauses(law: str, *others: str) -> list[str]:
    """Give a document of a few clauses."""
    return [
        f"第一条 为了规范有关活动，制定本{law}。",
        "第三条 县级以上人民政府应当加强领导。",
        "第五条 主管部门负责监督检查工作。",
        *others,
    ]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """Documents with like clauses; none is of the state but 个人信息保护法 and 审计法."""
    return Shelf(
        {
            ARCHIVES: clauses("办法", "档案的收集，依照公司法第九条办理。", "依照水土保持公司法第十条办理。"),
            OATH: clauses("办法", "上海市第一人民医院发展中医药。"),
            FAIRS: clauses("条例"),
            OLD: clauses("条例"),
            RIVERS: clauses("条例", "第三条之一 河长负责巡查。"),
            HOUSES: clauses("条例"),
            MORE_HOUSES: clauses("条例"),
            DATA: clauses("法"),
            AUDIT: clauses("法"),
            RULES: clauses("规则"),
            MEDICINE: clauses("条例"),
        }
    )


@pytest.mark.parametrize(
    ("typed", "lacking", "near"),
    [
        (f"《{STATE}档案法》第五条", f"{STATE}档案法", ARCHIVES),
        ("档案法第三条", "档案法", ARCHIVES),
        ("宪法第三条", "宪法", OATH),
        ("公司法第三条", "公司法", None),
        ("根据公司法第3条", "公司法", None),
        ("第三条 公司法", "公司法", None),
        ("统计法第三条", "统计法", None),
        ("义乌市会展业促进条例第五条", "义乌市会展业促进条例", FAIRS),
        ("义乌市会展业促进条例", "义乌市会展业促进条例", FAIRS),
        ("湖城市养老服务条例", "湖城市养老服务条例", OLD),
        ("上海市中医药条例", "上海市中医药条例", MEDICINE),
        (f"{STATE}中医药条例第三条", f"{STATE}中医药条例", MEDICINE),
        ("浙江省航道管理条例第五条", "浙江省航道管理条例", RIVERS),
        ("浙江省河道管理规定第五条", "浙江省河道管理规定", RIVERS),
        ("房屋安全管理条例第三条", "房屋安全管理条例", HOUSES),  # of two cities: which one is meant?
    ],
)
def test_a_document_that_the_library_lacks_is_named_and_not_answered_by_another(
    shelf: Shelf, typed: str, lacking: str, near: Article | None
) -> None:
    """Another place, subject or kind, or a title that only holds the name, is another document, which is offered."""
    found = shelf.search(typed)
    assert (found.answered, found.lacking) == (False, lacking)
    assert near is None or near.title in found.suggestions
    assert not any(term.startswith("第") for term in found.suggestions)


def test_only_titles_about_the_same_thing_are_offered(shelf: Shelf) -> None:
    """Words that many titles hold, such as 管理条例, make none like another."""
    found = shelf.search("浙江省渔港管理条例")
    assert found.lacking == "浙江省渔港管理条例"
    assert RIVERS.title not in found.suggestions


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (f"浙江省实施《{STATE}档案法》办法第五条", "archives-3"),
        ("浙江省实施档案法办法第五条", "archives-3"),
        ("浙江河道管理条例第五条", "rivers-3"),
        ("河道管理条例第3条", "rivers-2"),  # no other place has one
        ("浙江省河道管理条例第三条之一", "rivers-4"),
        ("请问审计法第三条规定了什么？", "audit-2"),
        ("人民检察院民事诉讼监督规则第三条", "rules-2"),
        ("个保法第三条", "data-2"),
        ("杭州市房屋安全管理条例第三条", "more-2"),
        ("根据审计法第三条规定", "audit-2"),
        ("第三条 审计法", "audit-2"),
    ],
)
def test_the_clause_of_the_document_that_is_meant_is_found(shelf: Shelf, typed: str, code: str) -> None:
    """With its state, its place or 试行 left out where that leaves one title only, or by its short name."""
    found = shelf.search(typed)
    assert [match.section.code for match in found.matches] == [code]
    assert (found.answered, found.did_you_mean) == (True, None)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("杭洲市会展业促进条例", "fairs-1"),
        ("杭洲市会展业促进条例第五条", "fairs-3"),
        ("杭州市会展业促进条列第五条", "fairs-3"),
        ("杭州市会展业促条例", "fairs-1"),
        ("杭州市会展业进促条例", "fairs-1"),
    ],
)
def test_a_title_with_a_slip_is_found_and_said(shelf: Shelf, typed: str, code: str) -> None:
    """The same sound, a character wrong, left out or swapped; did-you-mean is the title as it is."""
    found = shelf.search(typed)
    assert (shelf.first(typed), found.did_you_mean) == (code, FAIRS.title)


def test_a_clause_of_another_document_answers_only_where_a_text_cites_it(shelf: Shelf) -> None:
    """By its own name, to the character: 水土保持公司法 is not 公司法."""
    assert shelf.first("公司法第九条") == "archives-4"
    assert not shelf.search("公司法第十条").answered


def test_a_clause_that_the_document_lacks_is_said(shelf: Shelf) -> None:
    """It is named with its number, and the document is offered."""
    found = shelf.search("审计法第九十条")
    assert (found.answered, found.lacking) == (False, "审计法第九十条")
    assert found.suggestions == (AUDIT.title,)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("浙江省杭州市西湖区养犬条例", ("西湖区", "养犬条例")),
        ("义乌市会展业促进条例", ("义乌", "会展业促进条例")),
        ("景宁畲族自治县荣誉市民条例", ("景宁畲族自治县", "荣誉市民条例")),
        (f"{STATE}教育法", ("", "教育法")),
        ("物业管理条例", ("", "物业管理条例")),
    ],
)
def test_a_name_may_begin_with_places_known_or_not(name: str, parts: tuple[str, str]) -> None:
    """The last of them counts, in its short form where it is on the list."""
    assert parted(name) == parts


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("山西省养犬条例", "陕西省养犬条例", False),  # sound the same, and both are places
        ("杭洲市养犬条例", "杭州市养犬条例", True),
        ("未成年人保护法", "未城年人保护法", True),
        ("老年人保护法", "未成年人保护法", False),
        ("食品安管理条例", "食品安全管理条例", True),
        ("食品安全条例", "食品安全监督管理条例", False),
    ],
)
def test_a_slip_is_no_other_word(*, name: str, other: str, same: bool) -> None:
    """What puts a whole word in place of another, or leaves one out, names another document."""
    assert is_same(name, other) == same


@pytest.mark.parametrize(
    ("name", "document"),
    [("公司法", True), ("行政执法", False), ("执法", False), ("就职决定", False), ("杭州市发展规划", True)],
)
def test_a_document_ends_with_its_kind(*, name: str, document: bool) -> None:
    """And not with a word that only ends so; a plan or decision is one where a place comes first."""
    assert is_document(name) == document


def kinds(role: str) -> pytest.MarkDecorator:
    """Try a test on each kind of document that plays a role."""
    rows = [one for one in expressions("document_kinds") if role in one.rules]
    return pytest.mark.parametrize("one", rows, ids=lambda one: str(one.text))


@kinds("named")
def test_a_query_names_a_document_by_its_kind(one: Expression) -> None:
    """《…条例》 is the name of a document; what only opens with the same character is none."""
    assert document_in(f"《浙江省数字经济{one.text}》说了什么") == (f"浙江省数字经济{one.text}", False)
    assert document_in(f"《浙江省数字经济{one.counterexample}》说了什么") == ("", False)


@kinds("clauses")
def test_a_document_of_a_kind_that_has_clauses_is_named_by_one(one: Expression) -> None:
    """…条例第三条 names a document, wherever it is from; the kind alone names none."""
    assert is_document(f"数字经济{one.text}", clause=True)
    assert not is_document(one.text, clause=True)
    assert not is_document(f"数字经济{one.counterexample}", clause=True)


@kinds("placed")
def test_a_plan_is_a_document_where_a_place_comes_first(one: Expression) -> None:
    """浙江省…规划 names a document, 就职决定 none."""
    assert is_document(f"浙江省数字经济{one.text}")
    assert not is_document(f"数字经济{one.text}")
