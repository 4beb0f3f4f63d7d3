"""Each rule that tells headings is held to its own examples, and so is each habit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from corpus.reading.pieces import Piece
from corpus.reading.structure.heading_rules import RULES, Body, decided
from corpus.reading.structure.headings import HABITS, headings

if TYPE_CHECKING:
    from corpus.reading.structure.heading_rules import Habit, HeadingRule

LONG = (
    "各地区各部门要结合实际，抓紧制定具体措施，明确责任分工，确保各项任务落到实处、取得实效，重大情况及时报告。"
    * 2
)
BOLD = re.compile(r"^\*\*(.*?)\*\*")


def piece(line: str) -> Piece:
    """Read one line of an example: > is left out, # is a level, ** is bold, … a long paragraph."""
    line = line.removeprefix(">")
    level = 1 if line.startswith("# ") else None
    line = line.removeprefix("# ")
    bold = BOLD.match(line)
    text = LONG if line == "…" else BOLD.sub(r"\1", line)
    return Piece(text, level=level, bold=len(bold[1]) if bold else 0)


def read(example: str) -> tuple[list[Piece], list[bool]]:
    """Return the pieces of an example, and which of them are marked."""
    lines = example.split("\n")
    return [piece(line) for line in lines], [line.startswith(">") for line in lines]


EXAMPLES = [
    pytest.param(rule.name, example, said, id=f"{rule.name}: {example[:20]!r}")
    for rule in RULES
    for said, examples in ((True, rule.yes), (False, rule.no))
    for example in examples
]


@pytest.mark.parametrize(("name", "example", "said"), EXAMPLES)
def test_a_rule_holds_in_its_examples(name: str, example: str, said: bool) -> None:  # noqa: FBT001 - a row's answer
    """The marked line of a yes is a heading, that of a no is none."""
    pieces, marked = read(example)
    place = marked.index(True)
    assert headings(pieces)[place] is said, name


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_rule_is_needless(rule: HeadingRule) -> None:
    """Of the examples of each rule it decides one itself: those before it have no verdict there."""
    asked = [read(example) for example in (*rule.yes, *rule.no)]
    deciders = [decided(Body(pieces), marked.index(True))[0] for pieces, marked in asked]
    assert rule.name in [decider.name for decider in deciders]


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.name)
def test_a_habit_holds_in_its_examples(habit: Habit) -> None:
    """In a document with the habit the marked lines alone are headings; in one without it it adds none."""
    for example in (*habit.yes, *habit.no):
        pieces, marked = read(example)
        body = Body(pieces)
        added = habit.places(body, [decided(body, place)[1] for place in range(len(pieces))])
        assert bool(added) is any(marked)
        assert headings(pieces) == marked or not any(marked)


def test_what_trails_off_is_no_heading() -> None:
    """Three full stops end a line as the Chinese dots do: 他笑了笑... is talk as 他笑了笑…… is."""
    for line, said in (("他笑了笑...", False), ("他笑了笑……", False), ("他笑了笑", True)):
        assert headings([Piece(LONG), Piece(line), Piece(LONG)]) == [False, said, False]
