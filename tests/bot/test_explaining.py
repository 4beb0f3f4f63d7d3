"""`policy-bot search --explain`: everything that made the decision."""

from __future__ import annotations

import io
import json
from math import exp
from typing import TYPE_CHECKING, Any

import pytest

from bot.cli import main
from corpus.search.decide.rules import REFUSALS
from corpus.search.score.model import ANSWERED, table

if TYPE_CHECKING:
    from bot.command_context import CommandContext


def explained(place: CommandContext, query: str) -> dict[str, Any]:
    """Return the one answer that an explained search prints as JSON."""
    assert main(["search", query, "--explain", "--json"], place) == 0
    assert isinstance(place.out, io.StringIO)
    shape: dict[str, Any] = json.loads(place.out.getvalue())
    return shape


def by_weights(result: dict[str, Any]) -> float:
    """Work out from what is printed how sure the weights alone are."""
    total = sum(result["weights"][name]["sure"] * value for name, value in result["parts"].items())
    return 1 / (1 + exp(-total))


@pytest.mark.parametrize("query", ["数字工匠", "培育 工匠", "什么是特色小镇", "shuzi gongjiang", "今天天气"])
def test_what_is_printed_is_what_decided(place: CommandContext, query: str) -> None:
    """Every part that has a weight is printed, and they add up to the score where the weights decided."""
    answer = explained(place, query)
    results = answer["results"] if answer["answered"] else answer["looked_at"]
    for result in results:
        assert set(table()["sure", answer["kind"]]) <= set(result["parts"])
        assert set(table()["rank", answer["kind"]]) <= set(result["parts"])
    for result in (one for one in results[:1] if one["rule"] == "weights"):
        assert result["score"] == pytest.approx(by_weights(result), abs=0.002)


def test_what_was_looked_at_in_vain_is_printed(place: CommandContext) -> None:
    """A query without an answer shows the best passages, and that none is sure enough."""
    answer = explained(place, "量子计算机补贴标准")
    assert (answer["answered"], answer["results"]) == (False, [])
    assert answer["looked_at"]
    assert all(one["score"] < ANSWERED and one["parts"]["words"] < 1 for one in answer["looked_at"])


def test_the_rule_that_decided_is_named(place: CommandContext) -> None:
    """A title that is typed as it stands decides whatever the weights say."""
    first = explained(place, "数字经济引领高质量发展")["results"][0]
    assert (first["rule"], first["score"]) == ("titled", 0.99)


def test_what_is_refused_is_named_with_its_rule(place: CommandContext) -> None:
    """A passage that came near and is not shown is told with the rule that refused it, as JSON and for people."""
    refused = explained(place, "数字工匠 培育")["refused"]
    assert refused
    assert {one["rule"] for one in refused} <= {rule.name for rule in REFUSALS}
    assert main(["search", "数字工匠 培育", "--explain"], place) == 0
    assert isinstance(place.out, io.StringIO)
    assert all(one["section"] in place.out.getvalue() for one in refused)
    assert f"Refused by {refused[0]['rule']}: " in place.out.getvalue()


def test_the_same_is_printed_for_people(place: CommandContext) -> None:
    """Kind, rule, and each part with its value and both weights, also of what was no answer."""
    for query, says in (("数字工匠", "decided by weights"), ("量子计算机补贴标准", "below the 0.5")):
        assert main(["search", query, "--explain"], place) == 0
        assert isinstance(place.out, io.StringIO)
        out = place.out.getvalue()
        assert "Kind of query: " in out
        assert says in out
        assert all(f"    {part} " in out for part in table()["sure", "name"])
