"""`policy-bot aliases`: the list in force, a new one, one more, one less."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from bot.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from bot.command_context import CommandContext


def said(place: CommandContext, *words: str, code: int = 0) -> str:
    """Return what a command prints."""
    assert isinstance(place.out, io.StringIO)
    place.out.truncate(0)
    place.out.seek(0)
    assert main([*words], place) == code
    return place.out.getvalue()


def test_what_is_printed_can_be_curated_again(place: CommandContext, tmp_path: Path) -> None:
    """The list in force is printed in the form that --curate reads, with and without a change."""
    listed = tmp_path / "aliases.txt"
    listed.write_text("# 我们的叫法\n梦镇＝梦想小镇;云栖小镇\n数匠 = 数字工匠\n", "utf-8")
    printed = said(place, "aliases", "--curate", str(listed))
    assert printed == "梦镇 = 梦想小镇；云栖小镇\n数匠 = 数字工匠\n"
    listed.write_text(printed, "utf-8")
    assert said(place, "aliases", "--curate", str(listed)) == said(place, "aliases") == printed
    as_json: list[dict[str, Any]] = json.loads(said(place, "aliases", "--json"))
    assert as_json[0] == {"alias": "梦镇", "stands_for": ["梦想小镇", "云栖小镇"]}


def test_an_alias_is_found_until_it_is_removed(place: CommandContext) -> None:
    """A search for an alias finds what it stands for, says so, and finds nothing once it is taken out."""
    before = json.loads(said(place, "search", "梦镇", "--json"))
    assert not before["answered"]
    said(place, "aliases", "--add", "梦镇 = 梦想小镇")
    found = json.loads(said(place, "search", "梦镇", "--json"))
    assert found["answered"]
    assert "梦想小镇" in found["results"][0]["excerpt"]["text"]
    assert found["results"][0]["matched"] == "alias"
    said(place, "aliases", "--remove", "梦镇")
    assert json.loads(said(place, "search", "梦镇", "--json")) | {"took_ms": 0} == before | {"took_ms": 0}


@pytest.mark.parametrize("words", [("--remove", "没有"), ("--add", "没有"), ("--curate", "missing.txt")])
def test_a_mistake_is_one_line_and_changes_nothing(place: CommandContext, words: tuple[str, str]) -> None:
    """What cannot be removed, read or found is said in a line."""
    said(place, "aliases", "--add", "梦镇 = 梦想小镇")
    assert isinstance(place.err, io.StringIO)
    said(place, "aliases", *words, code=1)
    assert place.err.getvalue().count("\n") == 1
    assert said(place, "aliases") == "梦镇 = 梦想小镇\n"
