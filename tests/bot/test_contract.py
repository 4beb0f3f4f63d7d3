"""The names and shapes of docs/contract.md are what the commands print."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

from bot.cli import main
from corpus.reading import bundled

if TYPE_CHECKING:
    import pytest

    from bot.command_context import CommandContext


def answers(place: CommandContext, *words: str) -> list[dict[str, Any]]:
    """Run a command and return the JSON objects that it printed, one a line."""
    assert main([*words, "--json"], place) == 0
    assert isinstance(place.out, io.StringIO)
    return [json.loads(line) for line in place.out.getvalue().splitlines()]


def test_an_answered_search_has_the_agreed_shape(place: CommandContext) -> None:
    """Each key of the contract is there, and nothing else is."""
    (answer,) = answers(place, "search", "数字工匠")
    assert list(answer) == ["query", "answered", "took_ms", "total", "did_you_mean", "results"]
    assert (answer["query"], answer["answered"]) == ("数字工匠", True)
    first = answer["results"][0]
    assert list(first) == ["rank", "score", "matched", "article", "section", "excerpt", "citation"]
    assert list(first["article"]) == ["id", "title", "author", "source", "published", "url"]
    assert list(first["section"]) == ["code", "number", "headings", "text"]
    assert list(first["excerpt"]) == ["text", "start", "end", "highlights"]
    assert first["article"]["id"] == "digital-economy"
    assert (first["rank"], first["matched"]) == (1, "exact")
    assert 0 < first["score"] <= 1


def test_an_unanswered_search_has_no_results(place: CommandContext) -> None:
    """Where the library has no answer, `results` is empty and `total` is 0."""
    (answer,) = answers(place, "search", "量子计算机补贴标准")
    assert (answer["answered"], answer["total"], answer["results"]) == (False, 0, [])


def test_what_the_library_lacks_is_named(place: CommandContext) -> None:
    """`lacking` is the place or document that a query names and no passage is about."""
    (answer,) = answers(place, "search", "上海市数字经济促进条例")
    assert (answer["answered"], answer["lacking"]) == (False, "上海市数字经济促进条例")


def test_excerpts_and_highlights_are_slices(place: CommandContext, bundled_text: str) -> None:
    """An excerpt is a slice of its section, which is a slice of the canonical text."""
    (answer,) = answers(place, "search", "特色小镇 众创空间", "--limit", "20")
    assert answer["results"]
    for result in answer["results"]:
        section, excerpt = result["section"], result["excerpt"]
        assert section["text"] in bundled_text
        assert excerpt["text"] == section["text"][excerpt["start"] : excerpt["end"]]
        for start, end in excerpt["highlights"]:
            assert excerpt["text"][start:end].strip()


def test_one_query_a_line_is_answered_in_order(
    place: CommandContext, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """`--from` answers every line, also an empty one, in order; only a line feed ends a query."""
    asked = tmp_path_factory.mktemp("asked") / "queries.txt"
    asked.write_text("\ufeff数字工匠\n\n一带\u2028一路\r\n", encoding="utf-8")
    found = answers(place, "search", "--from", str(asked))
    assert [answer["query"] for answer in found] == ["数字工匠", "", "一带\u2028一路"]
    assert [answer["answered"] for answer in found] == [True, False, True]


def test_an_explained_search_names_the_parts_of_each_score(place: CommandContext) -> None:
    """`--explain` adds named numbers to each result, what they are worth, and the kind and rule that decide."""
    (answer,) = answers(place, "search", "数字工匠", "--explain")
    result = answer["results"][0]
    assert result["parts"]
    assert all(isinstance(value, int | float) for value in result["parts"].values())
    assert {"unknown", "length", "similarity", "bias"} <= set(result["parts"]) == set(result["weights"])
    assert all(list(worth) == ["rank", "sure"] for worth in result["weights"].values())
    assert (answer["kind"], result["rule"]) == ("name", "weights")
    assert "looked_at" not in answer


def test_an_outline_has_the_agreed_shape(place: CommandContext) -> None:
    """Title, author, lead and blocks, each block with its five keys."""
    (outline,) = answers(place, "outline", str(bundled.path() / "digital-economy.txt"))
    assert list(outline) == ["title", "author", "lead", "blocks"]
    assert {tuple(block) for block in outline["blocks"]} == {("kind", "level", "text", "run_in", "certainty")}
    assert all(0 <= block["certainty"] <= 1 for block in outline["blocks"])


def test_a_code_shows_the_passage_it_was_given_for(place: CommandContext) -> None:
    """The code of a search result brings back the same section."""
    (answer,) = answers(place, "search", "数字工匠")
    place.out.truncate(0)
    place.out.seek(0)
    section = answer["results"][0]["section"]
    (shown,) = answers(place, "show", section["code"])
    assert list(shown) == ["article", "section", "excerpt", "citation", "removed_at"]
    assert shown["section"] == section
    assert shown["removed_at"] is None


def test_articles_are_listed_with_all_that_is_known(place: CommandContext) -> None:
    """The bundled article is listed with its author and its number of sections."""
    (article,) = answers(place, "articles")
    assert (article["id"], article["author"]) == ("digital-economy", "兰建平")
    assert article["sections"] >= 16


def test_a_quote_can_be_drawn_again_by_its_seed(place: CommandContext) -> None:
    """The same seed gives the same passage."""
    (first,) = answers(place, "quote", "--seed", "7")
    place.out.truncate(0)
    place.out.seek(0)
    (second,) = answers(place, "quote", "--seed", "7")
    assert list(first) == ["article", "section", "excerpt", "citation"]
    assert first == second
