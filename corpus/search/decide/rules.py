"""The rules of the judge, in the order in which they are asked: what is no answer, and what is one for its name.

Those that settle an answer are not fitted: the DEV half asks for hardly any title, heading or clause.
"""

from __future__ import annotations

from corpus.search.decide import checks
from corpus.search.decide.rule import Example, Rule
from corpus.search.decide.slot_rules import ASKED, OTHER_PLACE, OTHER_TIME, OTHER_UNIT, OTHER_YEAR
from corpus.search.query.latin import WHOLE

OUT_OF_SCOPE = "out_of_scope"
PARTIAL_NAME = "partial_name"
REFUSALS = (
    Rule(
        PARTIAL_NAME,
        "two characters in a row of a name of three stand in many texts by chance: a third of it is another name",
        checks.is_short_name,
        checks.has_only_a_part,
        examples=(
            Example("六张网", ("禁止在航道内设置设施或者张网捕捞。",), settles=(1,)),
            Example("廉组房", ("支持建设公共租赁住房和廉租房。",)),
        ),
    ),
    Rule(
        OUT_OF_SCOPE,
        "what is about another place, or of another document, than the one that is named answers something else",
        checks.names_scope,
        checks.is_out_of_scope,
        examples=(
            Example(
                "云南经济增长目标", ("经济增长目标为百分之五。",), settles=(1,), title="四川省政府工作报告"
            ),
            Example("四川经济增长目标", ("经济增长目标为百分之五。",), title="四川省政府工作报告"),
        ),
    ),
    OTHER_YEAR,
    OTHER_TIME,
    OTHER_PLACE,
    OTHER_UNIT,
    Rule(
        "other_clause",
        "where the clause that is named is not found, only a text that cites it may stand in for it",
        checks.names_missing_clause,
        checks.is_no_citation,
        examples=(
            Example("教育法第九条", ("第八条 教育法是基本法律。", "依照教育法第九条执行。"), settles=(1,)),
            Example("教育法第二条", ("第二条 在境内从事教育，适用本法。",), title="中华人民共和国教育法"),
        ),
    ),
    Rule(
        "other_number",
        "a number is answered by that number or not at all: 35% is no 3.5%, nor 2025 nearly 2026",
        checks.is_number,
        checks.lacks_number,
        examples=(
            Example("3.5%", ("森林覆盖率35%，继续提高。", "生产总值增长3.5%。"), settles=(1,)),
            Example("1000", ("已有1,000家企业。",)),
        ),
    ),
    Rule(
        "other_figure",
        "a number beside words is answered by that number too: 18.52万人 is no 5.2万人, nor 580公里 80公里",
        checks.has_figures,
        checks.lacks_figure,
        examples=(
            Example("5.2万人", ("接待游客18.52万人次。", "新增就业5.2万人。"), settles=(1,)),
            Example("80公里", ("高速公路580公里。", "绿道80余公里。", "绿道80公里。"), settles=(1,)),
            Example("24小时", ("预警24次，建成2小时交通圈。", "24小时值守。"), settles=(1,)),
            Example("增长35.5%", ("出口增长3.5%。", "进口增长35.5％。"), settles=(1,)),
            Example("g331旅游大通道", ("建设G334文旅大通道。",), settles=(1,)),
            Example("40项 改革", ("推出四十项重点改革。", "完成 40 项改革。")),
            Example("到2025年，数字经济", ("到2025年数字经济占比提高。",)),
        ),
    ),
    Rule(
        "broken_phrase",
        "a phrase in quotation marks runs over no end of a sentence that was not typed",
        checks.has_phrases,
        checks.breaks_phrase,
        spares=True,
        examples=(
            Example("“数字工匠”", ("推动数字。工匠精神要弘扬。", "培育数字工匠。"), settles=(1,)),
            Example("“数字工匠”", ("推动数字。工匠精神要弘扬。",)),
        ),
    ),
    Rule(
        "beside_clause",
        "beside the clause that is named, what neither is it nor holds the query as it stands is noise",
        checks.names_clause,
        checks.is_no_such_clause,
        phase="beside",
        examples=(
            Example(
                "教育法第二条",
                ("第二条 在境内从事教育，适用本法。", "教育法的宣传每年开展两次。"),
                settles=(2,),
                title="中华人民共和国教育法",
            ),
            Example("教育法", ("教育法的宣传每年开展。", "加强教育法制工作。")),
        ),
    ),
    Rule(
        "partial_fit",
        "beside a passage that fits the query as a whole, one that fits far less holds only a part of it",
        checks.fits_whole,
        checks.fits_a_part,
        phase="beside",
        examples=(
            Example(
                "数字工匠培育", ("开展数字工匠培育。", "推进数字化改革。", "数字工匠的培育"), settles=(2,)
            ),
            Example("数字工匠培育", ("推进数字化改革。", "弘扬工匠精神。")),
        ),
    ),
    Rule(
        "clause_break",
        "the characters of a short query may meet by chance where one clause ends and the next begins",
        checks.is_tiny,
        checks.spans_clause_break,
        phase="beside",
        examples=(
            Example("人社", ("服务为人，社会满意。", "人社部门负责。"), settles=(1,)),
            Example("京津冀", ("推进京、津、冀协同发展。",)),
        ),
    ),
    Rule(
        "mark_between",
        "first letters of the syllables of two sentences in a row are no word",
        checks.is_initials,
        checks.spans_mark,
        phase="beside",
        examples=(
            Example("szgj", ("推动数字。工匠要培育。",), settles=(1,)),
            Example("szgj", ("培育数字工匠。",)),
        ),
    ),
    Rule(
        "far_behind",
        "a list of near passages ends where they say nothing beside the first, or are many",
        checks.always,
        checks.is_far_behind,
        phase="list",
        examples=(
            Example("数字工匠 住房补贴", ("落实数字工匠住房补贴。", "加快住房建设。"), settles=(2,)),
            Example("数字工匠 住房补贴", ("落实数字工匠住房补贴。", "数字工匠的住房与补贴。")),
        ),
    ),
)
ANSWERS = (
    Rule(
        "clause",
        "it is the clause of the law that the query names",
        checks.names_clause,
        checks.has("clause"),
        verdict=0.99,
        examples=(
            Example("教育法第2条", ("第二条 在境内从事教育，适用本法。",), settles=(1,), title="教育法"),
            Example("教育法第三条", ("第三条之一 在境内从事教育，适用本法。",), title="教育法"),
        ),
    ),
    Rule(
        "titled",
        "it belongs to the document that the query names",
        checks.always,
        checks.has("titled"),
        verdict=0.99,
        examples=(
            Example(
                "数字经济促进条例",
                ("第一条 为了发展，制定本条例。",),
                settles=(1,),
                title="浙江数字经济促进条例",
            ),
            Example("数字经济促进", ("第一条 为了发展，制定本条例。",), title="浙江数字经济促进条例"),
        ),
    ),
    Rule(
        "stands",
        "Latin words and numbers stand as typed, whatever kind of query they are taken for",
        checks.has_latin,
        checks.has("stands", WHOLE),
        verdict=0.97,
        examples=(
            Example("AI", ("加快发展AI产业。", "The MAIN domain."), settles=(1,)),
            Example("AI", ("The MAIN domain.",)),
        ),
    ),
    Rule(
        "under",
        "a title or heading holds the whole query",
        checks.always,
        checks.has("under"),
        verdict=0.9,
        examples=(
            Example("人才支撑", ("落实住房补贴。",), settles=(1,), headings=("强化人才支撑",)),
            Example("人才", ("落实住房补贴。",), headings=("强化人才支撑",)),
        ),
    ),
    ASKED,
    Rule(
        "apart",
        "its Latin words stand each by itself, or with other marks between",
        checks.has_latin,
        checks.has("stands"),
        verdict=0.75,
        examples=(
            Example("wifi", ("推广Wi-Fi覆盖。",), settles=(1,)),
            Example("wifi", ("推广WIFI覆盖。",)),
        ),
    ),
    Rule(
        "covered",
        "each word stands in the section, one at least by its full form or in the title or headings",
        checks.has_words,
        checks.is_covered_by_name,
        verdict=0.6,
        examples=(
            Example("湖州 养犬", ("饲养犬只应当登记，养犬须知。",), settles=(1,), title="湖州市管理规定"),
            Example("湖州 养犬", ("饲养犬只应当登记，养犬须知。",), title="城市管理规定"),
        ),
    ),
    Rule(
        "reworded",
        "all that is asked stands close together, some of it in the words of laws and policies",
        checks.says_it_otherwise,
        checks.has("reworded"),
        verdict=0.6,
        examples=(
            Example("房东 涨租", ("出租人不得擅自提高租金。", "出租人应当维修。"), settles=(1,)),
            Example("房东把押金吞了", ("出租人应当维修租赁物。",)),
        ),
    ),
)
RULES = REFUSALS + ANSWERS


def without(*names: str) -> tuple[Rule, ...]:
    """Return the rules but those of these names: what one of them is worth (`bench/rules.py`)."""
    return tuple(rule for rule in RULES if rule.name not in names)
