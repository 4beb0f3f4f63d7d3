"""policy-bot quote: why a passage is worth quoting, and a channel's deck dealt again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import time_machine

from bot.cli import main
from corpus.quoting.fitness import RULES
from db.store import Store
from tests.bot.commands.typed import complained, said
from tests.bot.daily.office import TEAM
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from bot.command_context import CommandContext


def test_a_quotation_says_why_it_is_worth_quoting(place: CommandContext) -> None:
    """Every rule that holds stands under the passage, and in the JSON."""
    explained = said(place, "quote", "--seed", "3", "--explain")
    told = json.loads(said(place, "quote", "--seed", "3", "--explain", "--json"))
    assert told["excerpt"]["text"] in explained
    for says, _ in RULES[1:]:
        assert says in explained
        assert says in told["reasons"]
    assert "whole sentence" in told["reasons"][0]


def test_a_deck_can_be_dealt_again_from_its_seed(place: CommandContext, tmp_path: Path) -> None:
    """Every post is the card that the stored seed gives, an import in the middle notwithstanding."""
    days = [f"2026-11-{day}T09:00:00+08:00" for day in (23, 24, 25)]
    for day in days[:2]:
        with time_machine.travel(day):
            said(place, "clock", "--once", "--now", day)
    path = tmp_path / "new.txt"
    path.write_text("乡村行动\n\n要推动数字服务向乡村延伸，让更多群众充分享受数字便利。\n", encoding="utf-8")
    tuesday = NOW + timedelta(days=1, hours=5)
    assert main(["import", str(path)], replace(place, now=lambda: tuesday)) == 0
    with time_machine.travel(days[2]):
        said(place, "clock", "--once", "--now", days[2])
    told = json.loads(said(place, "quote", "--deck", "C1", "--json"))
    assert [(post["date"], post["as_dealt"]) for post in told["posts"]] == [(day[:10], True) for day in days]
    assert told["seed"] == "seed"
    shown = said(place, "quote", "--deck", "C1")
    assert shown.count("as the seed gives it") == 3
    assert told["next"]["code"] in shown
    assert "C9" in complained(place, "quote", "--deck", "C9")


def test_a_deck_is_dealt_again_from_the_theme_of_each_morning(place: CommandContext) -> None:
    """A change of theme or zone in between makes no post look as if it were none of the seed's."""
    days = [f"2026-11-{day}T09:00:00+08:00" for day in (23, 24, 25)]
    changes: list[dict[str, str]] = [
        *({}, {"theme": "heading:产城一体化"}, {"theme": "", "zone": "Asia/Tokyo"}),
    ]
    for day, change in zip(days, changes, strict=True):
        with time_machine.travel(day):
            with Store(place.db) as store:
                kept = store.subscriptions.get(TEAM, "C1")
                assert kept is not None
                store.subscriptions.save(replace(kept, **change))
            said(place, "clock", "--once", "--now", day)
    told = json.loads(said(place, "quote", "--deck", "C1", "--json"))
    assert [(post["theme"], post["as_dealt"]) for post in told["posts"]] == [
        ("", True),
        ("heading:产城一体化", True),
        ("", True),
    ]
    assert "(theme heading:产城一体化)" in said(place, "quote", "--deck", "C1")


def test_a_deck_that_was_tampered_with_is_seen(place: CommandContext) -> None:
    """With another seed in the store the posts are not what it gives."""
    said(place, "clock", "--once", "--now", "2026-11-23T09:00:00+08:00")
    with Store(place.db) as store:
        connection = store._connections.get()
        connection.execute("UPDATE subscriptions SET seed = 'another' WHERE channel = 'C1'")
    assert "another card" in said(place, "quote", "--deck", "C1")
