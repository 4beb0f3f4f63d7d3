"""The initiatives of an article, as they are listed and as a curator changes them."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bot.cli import main
from bot.settings import from_environment
from corpus.text.normalize import normalize_letters
from db.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from bot.command_context import CommandContext

NAMED = [
    "数字工匠",
    "数字名家",
    "浙商名家",
    "梦想小镇",
    "云栖小镇",
    "一带一路",
    "1+N",
    "互联网+",
    "长江经济带",
    "两个世界级",
]


def listed(place: CommandContext, *words: str) -> list[dict[str, Any]]:
    """Return what `initiatives --json` prints."""
    assert isinstance(place.out, io.StringIO)
    place.out.truncate(0)
    place.out.seek(0)
    assert main(["initiatives", *words, "--json"], place) == 0
    found: list[dict[str, Any]] = json.loads(place.out.getvalue())
    return found


def test_the_bundled_article_names_its_initiatives(place: CommandContext) -> None:
    """Quoted and unquoted names are listed, and artefacts of displaced quotes are not."""
    keys = {
        normalize_letters(name)
        for one in listed(place, "digital-economy")
        for name in (one["name"], *one["aliases"])
    }
    assert {normalize_letters(name) for name in NAMED} - keys == set()
    assert {"两院", "大数据", "人工智能"} & {one["name"] for one in listed(place)} == set()


def test_every_mention_stands_where_it_says(place: CommandContext, library: Path) -> None:
    """Offsets cut the name, or one of its other names, out of the section with that code."""
    with Store(str(library)) as store:
        for one in listed(place, "digital-economy"):
            known = {normalize_letters(name) for name in (one["name"], *one["aliases"])}
            assert one["mentions"]
            for mention in one["mentions"]:
                stored = store.sections.by_code(mention["code"])
                assert stored is not None
                cut = stored.section.text[mention["start"] : mention["end"]]
                assert normalize_letters(cut) in known or any(
                    name in normalize_letters(cut) or normalize_letters(cut) in name for name in known
                )


def test_a_curators_list_wins(place: CommandContext, tmp_path: Path) -> None:
    """A name that the curator hides is listed no more."""
    names = tmp_path / "names.toml"
    names.write_text('hide = ["数字工匠"]\n', encoding="utf-8")
    before = {one["name"] for one in listed(place)}
    after = {one["name"] for one in listed(place, "--curate", str(names))}
    assert before - after == {"数字工匠"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"x = " + b"[" * 30_000, "nested too deep"),
        (b"x = " + b"9" * 9_000, "is no TOML"),
        (b".".join([b"a"] * 60_000) + b" = 1", "took more than 1 s of the processor"),
        (b"#" * 1_000_001, "larger than 1 MB"),
        (b"\xff", "cannot be read"),
        (None, "not a file"),
    ],
)
def test_a_list_that_means_harm_is_one_line(
    place: CommandContext, tmp_path: Path, text: bytes | None, told: str
) -> None:
    """Nested, endless, long, dear or a pipe: the list is refused within the limits of reading, and none is kept."""
    names = tmp_path / "names.toml"
    if text is None:
        os.mkfifo(names)
    else:
        names.write_bytes(text)
    bounded = replace(place, settings=from_environment({"POLICY_READING_SECONDS": "1"}))
    assert main(["initiatives", "--curate", str(names)], bounded) == 1
    assert isinstance(place.err, io.StringIO)
    assert told in place.err.getvalue()
    assert place.err.getvalue().count("\n") == 1
    with Store(place.db) as store:
        assert store.initiatives.curated() == ""


def test_an_unknown_article_is_told(place: CommandContext) -> None:
    """An article that is not in the library is an error with a next step."""
    assert main(["initiatives", "nowhere"], place) == 1
    assert isinstance(place.err, io.StringIO)
    assert "nowhere" in place.err.getvalue()


def test_a_curator_sees_whether_spotting_helps(place: CommandContext, library: Path) -> None:
    """A line a channel: cards shown, terms silenced."""
    with Store(str(library)) as store:
        for channel, key in (("C1", "spotted"), ("C2", "spotted"), ("C2", "spotted"), ("C2", "nevered")):
            store.channel_settings.count("T1", channel, key)
    assert main(["initiatives", "--spotting"], place) == 0
    assert isinstance(place.out, io.StringIO)
    assert place.out.getvalue() == "T1 C2: 2 shown, 1 silenced\nT1 C1: 1 shown, 0 silenced\n"
