"""What may be quoted on its own, and what may not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.quoting.fitness import LONGEST, MOST_SENTENCES, RULES, balanced, faults, quotable
from corpus.text.sentences import quotable_sentences
from corpus.vocabulary import Section

GOOD = "完善多层次教育培训体系，加强从业人员数字技能培训，培育一批实用型“数字工匠”。"
OTHER = "优化完善企业培育政策，精准施策、分类指导，形成市场主体持续竞争优势。"


def section(text: str, run_in: int = 0) -> Section:
    """Make a section that holds `text`."""
    return Section("a", 1, ("一、总则",), text, 0, "k7m2-9xqd", run_in)


def texts(text: str, run_in: int = 0) -> list[str]:
    """Return the quotations of a section that holds `text`."""
    return [item.excerpt.text for item in quotable(section(text, run_in))]


def test_each_sentence_that_stands_alone_is_a_quotation() -> None:
    """Two sentences that can stand alone give two quotations, each as short as can be."""
    assert texts(GOOD + OTHER) == [GOOD, OTHER]


FORMULA = "no formula of law or office, no sanction and no label"
FIGURES = "no row of figures: at most one for 20 characters, and 3 in all"
LEANING = (
    "必要时， 逾期不清理的， 具体办法和 对于这些问题， 不再符合申领条件的， 需要重新检定的， 发现设施被侵占的， "
    "同时， 此外， 这一切都要求我们 其中， 其次， 为此， 该省要 他们将 也要 还应当 二是 但是 因此， "
    "上述部门要 三要 （二） 3． ① 最后， “这就是要 此次会议提出 例如， 如： 而"
)


@pytest.mark.parametrize("opening", LEANING.split(" "))
def test_a_sentence_that_leans_on_what_precedes_is_none(opening: str) -> None:
    """A sentence that carries on, points back or counts on is not quoted without what it leans on."""
    assert texts(opening + OTHER) == []


@pytest.mark.parametrize(
    "opening",
    [
        "以上海为龙头，",
        "那曲市要",
        "他山之石可以攻玉，",
        "但凡创新企业，",
        "也门使馆",
        "并购重组要",
        "10.5万人受益，",
        "三要素齐备，",
        "第三条　",
        "具体化、项目化、清单化，",
        "无公害农产品、绿色食品的生产者",
        "浙江第一条高铁开通，",
    ],
)
def test_a_word_that_only_looks_like_a_pointer_is_quoted(opening: str) -> None:
    """Names and words that begin with a pointing character are no pointers."""
    assert texts(opening + OTHER) == [opening + OTHER]


BACK = (
    "在这种情况下， 正是因为这样， 要充分认识这个问题， 出于同样的考虑， 一方面要 各地要参照省里的做法相应调整， "
    "上面所说的各项工作， 我们和这些国家一道， 不论他们来自哪里， 第一种方法是 另一个重要的事实是， 在那样的年代， "
    "以此为契机， 对其加强监管， 只有如此才能前进， 当地为它们修了路， 应当依照本法规定， 按本条例要求， 本方案提出， "
    "根据本意见， 实施本办法， 本决定所列事项， 本次会议要求，"
)


@pytest.mark.parametrize("opening", BACK.split(" "))
def test_a_pointer_behind_other_words_points_all_the_same(opening: str) -> None:
    """A pronoun behind a preposition or a verb, and a text's own name, send the reader elsewhere."""
    assert texts(opening + OTHER) == []


@pytest.mark.parametrize(
    "opening",
    [
        "完善其他配套政策措施，",
        "县级以上各级人民政府及其部门",
        "香港特别行政区基本法规定，",
        "中小企业是经济的活力所在，要让它们",
        "在本行政区域内",
        "坚持应该坚持的原则，",
        "一方面扩大内需，另一方面",
        "提高本科教育质量，",
        "降低成本方案，",
    ],
)
def test_a_word_whose_meaning_stands_before_it_points_nowhere(opening: str) -> None:
    """A pronoun whose noun precedes in the same quotation leaves nobody asking."""
    assert texts(opening + OTHER) == [opening + OTHER]


def test_a_leaning_sentence_is_taken_in_with_the_one_it_leans_on() -> None:
    """A sentence and the 同时 after it are one quotation where both fit."""
    both = OTHER + "同时，加强从业人员数字技能培训。"
    assert texts(both) == [both]


def test_a_later_item_of_a_list_is_not_taken_in() -> None:
    """A sentence is not quoted with the second item of a list whose others stand outside."""
    assert texts(OTHER + "二是加强从业人员数字技能培训。" + "三是培育数字工匠。") == [OTHER]


def test_a_short_sentence_joins_the_next() -> None:
    """A sentence too short to stand alone is quoted with the one that follows it."""
    assert texts("做强数字产业。" + OTHER) == ["做强数字产业。" + OTHER]


def test_a_sentence_that_the_next_one_limits_is_quoted_with_it_or_not_at_all() -> None:
    """Leaving out the 但 after a statement would quote what the text does not say."""
    limit = "但涉及国家安全的除外。"
    assert texts(OTHER + limit) == [OTHER + limit]
    assert texts(OTHER + "但" + "涉及国家安全和公共利益的事项" * 12 + "除外。") == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("发展数字经济。", "20 to 160 characters"),
        ("发展" * 80 + "。", "20 to 160 characters"),
        (OTHER[:-1] + "：", "ends as a statement"),
        (OTHER[:-1] + "；", "ends as a statement"),
        (OTHER[:-1], "ends as a statement"),
        (OTHER[:-1] + "？", "ends as a statement"),
        (
            "引进领军人才“、两院”院士“、万人计划“”千人计划”等各类高层次人才。",
            "quotes and brackets are balanced",
        ),
        (
            "培育世界级集群，使产品“走出去”、投资”走出去”，融入全球发展大局。",
            "quotes and brackets are balanced",
        ),
        (
            "违反前款规定的单位，由主管部门责令限期改正，并处以相应的罚款。",
            "points at nothing outside itself",
        ),
        (
            "各地区各部门要重点抓好下列工作任务，确保各项措施落到实处见到成效。",
            "points at nothing outside itself",
        ),
        ("本办法自发布之日起施行，各有关单位应当认真遵照执行并及时报告。", FORMULA),
        ("责任编辑：张三，来源是本报记者的综合报道，版权所有不得转载。", FORMULA),
        ("本省行政区域内的农产品生产经营活动及其监督管理，适用本规定。", FORMULA),
        ("临时禁入区域的具体范围和设立程序，由市人民政府另行制定并公布。", FORMULA),
        ("省级河道的管理范围和划定标准由省人民政府会同有关部门制定。", FORMULA),
        ("本省行政区域内的居民的权益保护，参照本办法有关条款执行。", FORMULA),
        ("我代表省人民政府，向长期关心支持发展的各界人士表示衷心感谢！", FORMULA),
        ("擅自填埋河道的单位，由水行政主管部门处五万元以上十万元以下罚款。", FORMULA),
        ("就业之家：覆盖省、市、县三级的线上线下一体就业公共服务平台。", FORMULA),
        ("生活垃圾中的废弃电器电子产品按照有关法律、法规规定进行处理。", FORMULA),
        ("综合考虑实现远景目标和现实支撑条件，重点从八个方面实现突破。", "points at nothing outside itself"),
        ("新增减税降费59.3亿元，降低交通物流成本65亿元。", FIGURES),
        ("新增饭店16家、民宿638家，培育主体737家，接待游客和旅游总花费年均分别增长4.4%、10%。", FIGURES),
        (
            "依照《浙江省流动人口居住登记条例》第十二条规定的情形，应当及时办理居住登记。",
            "points at nothing outside itself",
        ),
        ("GDP 2017: 12,345.6 / 2018: 13,456.7 / 增长 9.0%，见 https://x.cn/a/b。", "running Chinese text"),
    ],
)
def test_what_breaks_a_rule_is_named(text: str, why: str) -> None:
    """A text that cannot be quoted says which rule it breaks."""
    assert why in faults(text)


def test_the_documented_rules_are_the_ones_that_hold() -> None:
    """Each rule stands in the table of docs/daily.md, in the words that quote --explain prints."""
    text = (Path(__file__).parents[3] / "docs" / "daily.md").read_text("utf-8")
    assert [says for says, _ in RULES if f"| {says} |" not in text] == []


def test_the_run_in_head_is_no_part_of_a_quotation() -> None:
    """A head that opens the paragraph is a heading, and headings are not quoted."""
    head = "汇聚数字经济领军人才，建设人才高地示范省。"
    assert texts(head + GOOD, run_in=len(head)) == [GOOD]


def test_marks_that_close_in_order_are_balanced() -> None:
    """Nested marks of different kinds are balanced; a mark that opens twice is not."""
    assert balanced("“要落实《规划（2018年）》和‘两化’”")
    assert not balanced("“要“落实”规划”")
    assert not balanced("落实规划）")
    assert not balanced('所谓"两化，要落实')


def test_a_quotation_says_why_it_qualified() -> None:
    """The reasons count the sentences and the characters and name each rule that holds."""
    (item,) = quotable(section(GOOD))
    assert item.reasons[:2] == ("1 whole sentence", f"{len(GOOD)} characters (20 to 160)")
    assert "quotes and brackets are balanced" in item.reasons


PIECES = st.sampled_from(
    [
        GOOD,
        OTHER,
        "同时，",
        "但",
        "做强产业。",
        "包括：",
        "“",
        "”",
        "（",
        "……",
        "？",
        "发展数字经济，",
        "\n",
        " ",
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_quotations_are_slices_of_whole_sentences_and_never_overlap(text: str) -> None:
    """Whatever the text: each quotation is a slice, begins and ends with a sentence, and follows the last."""
    spans = quotable_sentences(text)
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    last = 0
    for item in quotable(section(text)):
        excerpt = item.excerpt
        assert excerpt.text == text[excerpt.start : excerpt.end]
        assert excerpt.start >= last
        assert excerpt.start in starts
        assert excerpt.end in ends
        assert len(quotable_sentences(excerpt.text)) <= MOST_SENTENCES
        assert len(excerpt.text) <= LONGEST
        assert not faults(excerpt.text)
        last = excerpt.end
