"""The instruments of `make bench-load`: how a request is counted, and a tiny run against a real server."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bench.load import tables
from bench.load.asking import Asked
from bench.load.counting import mentions, row
from bench.load.library import Library
from bench.load.program import PROGRAM
from bench.load.scenarios import show_and_help
from bench.load.slack import Slack
from bench.load.stage import Stage
from bot.intake.importing import import_paths
from corpus.reading import bundled
from db.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def quoting(words: str) -> dict[str, Any]:
    """Return a message that quotes."""
    leaf = {"type": "text", "text": words}
    quote = {"type": "rich_text_quote", "elements": [leaf]}
    return {"text": "x", "blocks": [{"type": "rich_text", "elements": [quote]}]}


APOLOGY = {"text": "抱歉，数字工匠"}


@pytest.mark.parametrize(
    ("status", "took", "said", "later", "counts"),
    [
        (200, 0.1, quoting("要培育数字工匠。"), [], {"in_time": 1, "answered": 1}),
        (200, 0.1, None, [quoting("数字工匠")], {"in_time": 1, "answered": 1}),
        (200, 0.1, APOLOGY, [], {"in_time": 1, "apologies": 1}),
        (200, 0.1, None, [], {"in_time": 1, "lost": 1}),
        (200, 3.5, quoting("数字工匠"), [], {"late": 1, "lost": 1}),
        (200, 3.5, None, [quoting("数字工匠")], {"late": 1, "answered": 1}),
        (404, 0.1, None, [], {"late": 1, "never": 1}),
        (0, 8.0, None, [APOLOGY], {"late": 1, "apologies": 1}),
    ],
)
def test_a_request_is_counted_by_what_its_user_saw(
    status: int, took: float, said: object, later: list[dict[str, Any]], counts: dict[str, int]
) -> None:
    """An answer counts with the quoted words in a timely acknowledgement or at the response_url, and nowhere else."""
    body = json.dumps(said).encode() if said else b""
    asked = Asked("search", "数字工匠", "http://r", took=took, status=status, body=body)
    made = row("x", [asked], {"http://r": later}).shape()
    names = ("in_time", "late", "answered", "lost", "never", "apologies")
    assert {name: made[name] for name in names if made[name]} == counts


def test_a_mention_is_counted_by_the_posts_in_its_thread() -> None:
    """Once, twice, not at all and an apology are told apart."""
    asked = [Asked("mention", "数字工匠", thread=("C1", str(n)), status=200) for n in range(4)]
    right = quoting("数字工匠")
    told = mentions(asked, {("C1", "1"): [right], ("C1", "2"): [right, right], ("C1", "3"): [APOLOGY]})
    assert [told[name] for name in ("unanswered", "once", "twice", "only an apology")] == [1, 1, 1, 1]


def test_a_real_server_answers_a_tiny_scenario(tmp_path: Path) -> None:
    """Help, a passage by its code, a search and a mention are answered and counted, and the process ends."""
    path = tmp_path / "library.db"
    with Store(str(path)) as store:
        list(import_paths(store, [bundled.path()], {}, lambda: "2026-11-24T01:00:00+00:00"))
        code = store.sections.of_article(store.articles.all()[0][0].id)[0].code
    with Slack() as slack:
        stage = Stage(Library(path, ("数字工匠",), code, ""), PROGRAM, tmp_path, slack)
        with stage.serve() as (program, asker):
            show_and_help(stage, asker, 1, 0.1)
            stage.search(asker, 1, 0)
            stage.mention(asker, 1, 0)
            stage.settle(asker.asked)
            assert program.end() < 30
        made = stage.row("tiny")
    assert (made.requests, made.answered, made.notes["once"]) == (3, 3, 1)
    assert "| tiny | 3 |" in tables.line(made.shape())
