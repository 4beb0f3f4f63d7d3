"""Each rule of the judge by its own examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.search.decide.rule import REFUSED
from corpus.search.decide.rules import RULES
from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf

if TYPE_CHECKING:
    from corpus.search.decide.rule import Example, Rule

EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


def settled(rule: Rule, example: Example) -> tuple[int, ...]:
    """Return the numbers of the sections that a rule refused or made an answer, for the example's query."""
    article = Article("only", example.title)
    shelf = Shelf({article: example.texts}, {article.id: example.headings})
    found = shelf.search(example.query)
    if rule.verdict == REFUSED:
        return tuple(sorted(section.number for section, name in found.refused if name == rule.name))
    assert all(match.score >= rule.verdict for match in found.matches if match.rule == rule.name)
    return tuple(sorted(match.section.number for match in found.matches if match.rule == rule.name))


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.name}-{example.query}" for rule, example in EXAMPLES]
)
def test_a_rule_settles_what_its_examples_say(rule: Rule, example: Example) -> None:
    """Those passages and no others are refused, or made an answer, by the rule."""
    assert settled(rule, example) == example.settles


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_says_what_it_is_for(rule: Rule) -> None:
    """It has a reason, an example that it settles and one that it leaves alone; its name is its own."""
    assert rule.why
    assert any(example.settles for example in rule.examples)
    assert any(not example.settles for example in rule.examples)
    assert [one.name for one in RULES].count(rule.name) == 1
