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
