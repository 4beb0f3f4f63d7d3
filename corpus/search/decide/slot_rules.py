"""The rules of the judge about the slots of a query: its years, and the figure that it asks for."""

from __future__ import annotations

from corpus.search.decide import slot_checks as checks
from corpus.search.decide.checks import has
from corpus.search.decide.rule import Example, Rule

OTHER_YEAR = Rule(
    "other_year",
    "what another year's document says answers no question about this one, unless it speaks of that year itself",
    checks.asks_year,
    checks.is_of_other_year,
    examples=(
        Example("2020年赤字率", ("赤字率按3%安排，比去年下降。",), settles=(1,), title="2021年政府工作报告"),
        Example("2020年赤字率", ("赤字率按3%安排。",), title="2020年政府工作报告"),
        Example("2020年的赤字率", ("回顾往年，2020年赤字率为3.6%。",), title="2023年政府工作报告"),
    ),
)
OTHER_TIME = Rule(
    "other_time",
    "what a report tells of the year before its own is no figure of its year",
    checks.asks_own_year,
    checks.tells_the_past,
    examples=(
        Example(
            "2024年新增就业",
            ("城镇新增就业41万人。", "今年预期目标是：城镇新增就业40万人以上。"),
            settles=(1,),
            title="2024年政府工作报告",
            headings=("一、2023年工作回顾",),
        ),
        Example(
            "2023年新增就业",
            ("城镇新增就业41万人。",),
            title="2024年政府工作报告",
            headings=("一、2023年工作回顾",),
        ),
    ),
)
OTHER_PLACE = Rule(
    "other_place",
    "a place that is a word of its own is asked for: what names it nowhere answers without it",
    checks.names_place_apart,
    checks.is_of_no_such_place,
    examples=(
        Example(
            "深圳 最低工资标准", ("低于当地最低工资标准支付的，责令改正。",), settles=(1,), title="劳动法"
        ),
        Example("深圳 最低工资标准", ("调整最低工资标准。",), title="广东省政府工作报告"),
        Example("深圳 最低工资标准", ("深圳提高最低工资标准。",), title="工作报告"),
    ),
)
OTHER_UNIT = Rule(
    "other_unit",
    "who asks how many years is not answered by a text without a number of years",
    checks.asks_unit,
    checks.lacks_unit,
    examples=(
        Example("租赁合同最长多少年", ("租赁合同应当备案。", "租赁合同最长二十年。"), settles=(1,)),
        Example("租赁合同最长多少年", ("租赁合同不超过20年。",)),
    ),
)
ASKED = Rule(
    "asked",
    "it tells the figure that is asked for, beside the words that are asked about",
    checks.asks_figure,
    has("asked"),
    verdict=0.8,
    examples=(
        Example("失业率目标", ("城镇调查失业率5.5%左右。",), settles=(1,), title="2026年某省政府工作报告"),
        Example("失业率目标", ("完善失业率统计制度。",), title="2026年某省政府工作报告"),
    ),
)
