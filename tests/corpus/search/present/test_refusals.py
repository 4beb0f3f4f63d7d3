"""What a refusal says of the library is true of it: of a place, a document, a law, an organ, a year."""

from __future__ import annotations

import pytest

from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf

ORDINANCE = Article("ordinance", "浙江省数字经济促进条例")
SICHUAN = Article("sichuan", "2026年四川省政府工作报告", author="四川省人民政府")
AUDIT = Article("audit", "中华人民共和国审计法")
NINGBO = Article("ningbo", "宁波市房屋安全管理条例")
HANGZHOU = Article("hangzhou", "杭州市房屋安全管理条例")
CENTRE = Article("centre", "上海建设国际金融中心的经验")


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """Documents of several places, and texts that name further ones."""
    return Shelf(
        {
            ORDINANCE: [
                "第一条 为了促进数字经济发展，制定本条例。",
                "第五条 数据资源应当依法归集，参照江苏省数据条例执行。",
            ],
            SICHUAN: ["加快成都都市圈建设。", "四川省发展和改革委员会推进重大项目建设。"],
            AUDIT: ["第三条 审计机关依照法律规定的职权进行审计监督。"],
            NINGBO: ["第三条 房屋所有人应当定期检查房屋安全。"],
            HANGZHOU: ["第三条 房屋使用人不得损坏房屋承重结构。"],
            CENTRE: ["资本市场持续扩大开放。", "养老服务补贴按月发放。"],
        },
    )


@pytest.mark.parametrize(
    ("typed", "claim", "said"),
    [
        ("海南都市圈建设", "name", ("海南",)),  # held nowhere
        ("上海都市圈建设", "together", ("上海", "都市圈建设")),  # a title holds it
        ("成都数据资源归集", "together", ("成都", "数据资源归集")),  # a text does
        ("上海市数字经济促进条例 数据资源", "document", ("上海市数字经济促进条例",)),
        ("数据资源 《上海市数字经济促进条例》", "document", ("上海市数字经济促进条例",)),
        ("江苏省数据条例 养老服务补贴", "together", ("江苏省数据条例", "养老服务补贴")),  # named in a text
        ("公司法第三条", "document", ("公司法",)),
        ("公司法 股东", "document", ("公司法",)),
        ("审计法第二条", "clause", ("中华人民共和国审计法", "第二条")),
        ("审计法第九十条", "last", ("中华人民共和国审计法", "第三条", "第九十条")),
        ("房屋安全管理条例第三条", "namesakes", ("房屋安全管理条例",)),
    ],
)
def test_a_refusal_claims_only_what_is_so(
    shelf: Shelf, typed: str, claim: str, said: tuple[str, ...]
) -> None:
    """Not held at all, no such document, several of that name, no such clause, or held but not together."""
    found = shelf.search(typed)
    assert not found.answered
    assert (found.refusal.claim, found.refusal.said) == (claim, said)


@pytest.mark.parametrize(
    "name", ["上海", "成都", "四川", "宁波", "江苏省数据条例", "审计法", "四川省发展和改革委员会"]
)
@pytest.mark.parametrize("beside", ["火星移民", "2019年", "潜水艇补贴", "都市圈建设", "数据资源"])
def test_what_the_library_holds_is_never_denied(shelf: Shelf, name: str, beside: str) -> None:
    """Whatever is asked beside a place, law or organ that a title, heading or text holds, it is not said to lack it."""
    for typed in (f"{name} {beside}", f"{beside} {name}", f"{name}{beside}"):
        refusal = shelf.search(typed).refusal
        assert not (refusal.claim == "name" and set(refusal.said) & {name})
        assert not (refusal.claim == "document" and name == "审计法")


@pytest.mark.parametrize(
    "typed",
    [
        "浙江省数字经济促进条例",
        "浙江数字经济促进条例",
        "数字经济促进条例",
        "《浙江数字经济促进条例》",
    ],
)
def test_a_document_named_nearly_in_full_is_the_answer(shelf: Shelf, typed: str) -> None:
    """With 省 or the place left out it is that document all the same, from its beginning."""
    found = shelf.search(typed)
    assert [match.section.code for match in found.matches] == ["ordinance-1", "ordinance-2"]
    assert {match.rule for match in found.matches} == {"titled"}


@pytest.mark.parametrize("typed", ["社保法 火星移民补贴", "社保法第九十条", "网安法 火星移民补贴"])
def test_a_law_is_not_denied_by_its_short_name(typed: str) -> None:
    """社保法 may be the 社会保险法 that the library has: nothing is claimed, and the title is offered."""
    titles = [Article(key, f"中华人民共和国{key}法") for key in ("社会保险", "网络安全")]
    found = Shelf({one: ["第一条 为了规范有关活动，制定本法。"] for one in titles}).search(typed)
    assert not found.answered
    assert found.refusal.claim not in {"document", "name"} or not found.refusal.said


def test_words_beside_the_short_name_of_a_law_are_looked_for_in_it() -> None:
    """网安法 数据境内存储 is the section of 网络安全法 that says so."""
    law, other = Article("law", "中华人民共和国网络安全法"), Article("other", "数据手册")
    texts = ["第一条 为了保障网络安全，制定本法。", "第三十七条 实行重要数据境内存储。"]
    assert Shelf({law: texts, other: ["存储设备按月维护。"]}).first("网安法 数据境内存储") == "law-2"


def test_words_beside_a_document_are_looked_for_in_it(shelf: Shelf) -> None:
    """浙江省数字经济促进条例 数据资源 is the section of it that speaks of 数据资源."""
    assert shelf.first("浙江省数字经济促进条例 数据资源") == "ordinance-2"


def test_passages_that_name_a_document_answer_its_name(shelf: Shelf) -> None:
    """The library does not have it, but a text of it says its name: that is an answer and no refusal."""
    assert shelf.first("江苏省数据条例") == "ordinance-2"


CROWD = ["会议审议了政府工作要点。", *(f"{at}、推进重点任务落实。" for at in range(600))]


@pytest.mark.parametrize("typed", ["河北政府工作要点", "河北的政府工作要点"])
@pytest.mark.parametrize(
    ("title", "said"),
    [("2026年河北省政府工作要点", ()), ("2026年河北省统计公报", ("河北", "政府工作要点"))],
)
def test_two_names_stand_apart_only_where_no_title_holds_both(
    typed: str, title: str, said: tuple[str, ...]
) -> None:
    """However many sections come first that hold one of them under another title."""
    first = Article("first", "2026年浙江省政府工作要点")
    found = Shelf({first: CROWD, Article("second", title): ["推进重点任务落实。"]}).search(typed)
    assert not found.answered
    assert found.refusal.said == said
