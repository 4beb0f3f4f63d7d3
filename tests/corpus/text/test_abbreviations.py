"""Short forms and what they stand for."""

from __future__ import annotations

from importlib.resources import files

import pytest

from corpus.text.abbreviations import expansions, introduced, listed, shown
from corpus.text.normalize import normalize_letters
from corpus.text.segmentation import search_words
from tests.corpus.search.in_memory_library import FIRST, SECOND, Shelf


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("香港特别行政区（以下简称香港特区）", ("香港特区", "香港特别行政区")),
        ("根据数字工匠培育工程(以下简称“数匠工程”)。", ("数匠工程", "数字工匠培育工程")),
        ("各级国家自主创新示范区（简称：自创区）", ("自创区", "自主创新示范区")),
    ],
)
def test_a_text_introduces_its_short_forms(text: str, pair: tuple[str, str]) -> None:
    """The full form is the end of what stands before the bracket that holds the short form's characters."""
    assert introduced(text) == (pair,)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("海山汽车客运股份有限公司，简称海山客运，成立已久。", ("海山客运", "海山汽车客运股份有限公司")),
        ("首山钢铁集团有限公司，以下简称“首钢”。", ("首钢", "首山钢铁集团有限公司")),
        ("数字工匠培育工程简称为“数匠工程”", ("数匠工程", "数字工匠培育工程")),
        ("推进长江三角洲一体化（长三角一体化）。", ("长三角一体化", "长江三角洲一体化")),
        ("推进长江三角洲一体化（长三角一体化）。", ("长三角", "长江三角洲")),
        ("融入长三角（长江三角洲）发展。", ("长三角", "长江三角洲")),
        ("日本国有铁道（日本国铁）改革。", ("日本国铁", "日本国有铁道")),
    ],
)
def test_a_text_tells_a_short_form_without_saying_from_here_on(text: str, pair: tuple[str, str]) -> None:
    """By 简称 behind a comma or before quotation marks, or by one form in brackets behind the other."""
    assert pair in introduced(text)


@pytest.mark.parametrize(
    "text",
    [
        "居民身份证或者村民委员会（居民委员会）证明",  # the beginning belongs to another word
        "国家足球队（国家队）出征",  # leaves a word out: it means more
        "完善管理体制（管理制）建设",  # a variant
        "各省人民政府（人民政府）",  # stands in it already
        "企业事业单位等组织（以下统称企业）",  # so does this
        "某某公司，简称甲方，付款。",
    ],
)
def test_what_is_no_abbreviation_is_not_learnt(text: str) -> None:
    """A wrong short form is worse than none."""
    assert introduced(text) == ()


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("推动长三角更高质量发展，长江三角洲区域协同立法。", (("长三角", "长江三角洲"),)),
        ("奥林匹克运动会又称奥运会。", (("奥运会", "奥林匹克运动会"),)),
        ("中国足球迷支持国家足球队。", ()),  # 国足球 is cut out of 中国足球
        ("最高人民法院和高级人民法院。", ()),
        ("第三十一条和第十条，五百万元以上。", ()),
    ],
)
def test_a_short_form_that_stands_beside_the_full_one_is_learnt(
    text: str, pairs: tuple[tuple[str, str], ...]
) -> None:
    """In one section, made of the first characters of the full form's words, and no piece of other words."""
    assert shown(normalize_letters(text), search_words(text)) == pairs


def test_what_a_library_shows_answers_the_short_form_elsewhere() -> None:
    """社民党 is learnt in one section and finds another that has the full form only, which the answer names."""
    shelf = Shelf(
        {FIRST: ["社会民主党（社民党）成立。"], SECOND: ["社会民主党的纲领于次年发布。", "其他政党的纲领。"]}
    )
    found = shelf.search("社民党 纲领").matches[0]
    assert (found.section.code, found.matched, found.expansion) == ("second-1", "alias", "社会民主党")


def test_a_name_that_is_no_abbreviation_is_not_learnt() -> None:
    """Characters that are not in the name give nothing."""
    assert introduced("某某公司（以下简称甲方）") == ()


def test_the_curators_list_is_folded() -> None:
    """A listed form is found whatever its case."""
    assert "国内生产总值" in listed("gdp")


def test_short_forms_are_found_among_words() -> None:
    """Words in a row may together be a short form, and the library's own forms count."""
    (found,) = expansions((("双", "创"),), lambda short: ("双倍创造",) if short == "双创" else ())
    assert found.words == ("双", "创")
    assert "双倍创造" in found.full


def test_a_whole_piece_may_be_a_short_form_of_many_words() -> None:
    """A name that no dictionary has falls into more words than are tried in a row."""
    words = ("山", "智", "停", "平", "台")
    (found,) = expansions((words,), lambda short: ("山城智慧停车平台",) if short == "山智停平台" else ())
    assert found.words == words


def rows() -> list[tuple[str, str, list[str]]]:
    """Return the rows of the curators' list as (part of the list, short form, full forms), in their own script."""
    part, found = "", []
    for line in (files("corpus.data") / "abbreviations.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            part = line.removeprefix("# ")
        else:
            short, *full = line.split()
            found.append((part, short, full))
    return found


def test_the_curators_short_forms_write_the_same_thing_shorter() -> None:
    """A short form stands in no full form of its own; but for coined ones, its characters stand there in order."""
    assert {"Bodies", "Coined", "Letters"} <= {part for part, _, _ in rows()}
    for part, short, full in rows():
        assert full, short
        for one in full:
            rest = iter(normalize_letters(one))
            assert normalize_letters(short) not in normalize_letters(one), (short, one)
            assert part in {"Coined", "Letters"} or all(char in rest for char in normalize_letters(short)), (
                short,
                one,
            )


def test_a_short_form_in_two_parts_of_the_list_keeps_all_its_full_forms() -> None:
    """央行 is made of 中央银行, and by custom it is 中国人民银行."""
    assert set(listed("央行")) == {"中央银行", "中国人民银行"}


ZONE = "加快国家自主创新示范区发展。"


@pytest.mark.parametrize(
    ("typed", "text"), [("自创区建设", f"{ZONE}完善基础设施建设。"), ("自创区 政策", f"{ZONE}落实人才政策。")]
)
def test_a_short_form_beside_another_word_is_written_out(typed: str, text: str) -> None:
    """A section that holds the full form and the other word answers, and says what the short form stands for."""
    shelf = Shelf({FIRST: ["完善人才政策和基础设施建设。", text, "其他事项由省人民政府规定。"]})
    found = shelf.search(typed)
    assert found.answered
    best = found.matches[0]
    assert (best.section.number, best.matched, best.expansion) == (2, "alias", "自主创新示范区")


PIECES = ["提高企业竞争力。", "不断提高企业家素质。"]
FULL = "对高新技术企业给予奖励。"


def test_a_short_form_that_stands_only_in_pieces_is_found_by_its_full_form_first() -> None:
    """提高企业 holds 高企 by chance; the full form goes before, labelled with what it stands for."""
    shelf = Shelf({FIRST: [*PIECES * 10, FULL, "其他事项由省人民政府规定。"]})
    found = shelf.search("高企").matches
    assert [(match.section.text, match.matched) for match in found] == [
        (FULL, "alias"),
        *((text, "exact") for text in PIECES),
    ]
    assert found[0].expansion == "高新技术企业"


def test_a_short_form_that_stands_as_a_word_stays_exact() -> None:
    """One section that says it is enough: what was typed goes before what it stands for."""
    shelf = Shelf({FIRST: [*PIECES, FULL, "实施高企倍增计划。", "其他事项由省人民政府规定。"]})
    assert shelf.search("高企").matches[0].matched == "exact"
    assert "alias" in {match.matched for match in shelf.search("高企").matches}


def test_a_piece_of_another_word_counts_for_no_short_form_beside_a_word() -> None:
    """提高企业…培育 holds neither word of 高企培育 but the second, and nothing of the piece is highlighted."""
    shelf = Shelf({FIRST: ["提高企业竞争力，培育品牌。", "培育高新技术企业，提高企业素质。"]})
    best = shelf.search("高企培育").matches[0]
    assert (best.section.number, best.matched, best.expansion) == (2, "alias", "高新技术企业")
    assert [best.section.text[start:end] for start, end in best.spans] == ["培育高新技术企业"]
