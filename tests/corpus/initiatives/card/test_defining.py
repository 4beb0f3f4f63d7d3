"""Which of an initiative's mentions defines it."""

import pytest

from corpus.initiatives.card.defining import DefinitionRule, defining
from corpus.vocabulary import Section


def mention(text: str, name: str = "数字工匠", run_in: int = 0) -> tuple[Section, tuple[int, int]]:
    """Make a section and the span of the name in it."""
    start = text.index(name)
    return Section("a", 1, (), text, 0, run_in=run_in), (start, start + len(name))


PLAIN = mention("先说别的。要让数字工匠留得下来、过得好。再说别的。")
LONGER = mention("要让一批又一批的数字工匠在各行各业留得下来、过得好。")
RUN_IN = mention("培育数字工匠。加强培训。", run_in=7)
QUOTED = mention("培育一批“数字工匠”。")
BRACKET = mention("培育数字工匠（掌握数字技术的技能人才），加强培训。")
STATEMENT = mention("改革很重要。“数字工匠”是掌握数字技术的技能人才。要多培育。")
MEANS = mention("我们说的数字工匠，是指掌握数字技术的技能人才。")
BESIDE = mention("培育数字工匠是重要任务。")


@pytest.mark.parametrize(
    ("mentions", "rule", "text"),
    [
        ((PLAIN, QUOTED, STATEMENT), "statement", "“数字工匠”是掌握数字技术的技能人才。"),
        ((PLAIN, MEANS), "statement", "我们说的数字工匠，是指掌握数字技术的技能人才。"),
        ((QUOTED, BRACKET), "explanation", "培育数字工匠（掌握数字技术的技能人才），加强培训。"),
        ((RUN_IN, QUOTED), "quoted", "培育一批“数字工匠”。"),
        ((LONGER, RUN_IN), "run-in", "培育数字工匠。"),
        ((PLAIN, LONGER, BESIDE), "longest", "要让一批又一批的数字工匠在各行各业留得下来、过得好。"),
    ],
)
def test_the_surest_sign_wins(
    mentions: tuple[tuple[Section, tuple[int, int]], ...], rule: DefinitionRule, text: str
) -> None:
    """A statement goes before brackets, quotes, a run-in head and length, whatever the order."""
    found = defining(mentions)
    assert found is not None
    assert (found.rule, found.text) == (rule, text)


def test_of_equals_the_earliest_is_taken() -> None:
    """Reading order settles ties."""
    again = mention("“数字工匠”是另一种说法。")
    found = defining((STATEMENT, again))
    assert found is not None
    assert found.section is STATEMENT[0]


def test_without_mentions_there_is_no_definition() -> None:
    """Nothing is made up."""
    assert defining(()) is None
