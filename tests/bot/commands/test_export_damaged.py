"""Exports of a library in which a version cannot be read: it is told, and the others are written."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from bot.command_context import CommandContext

BODY = "本市数字工匠培育试点已经启动，各区要认真做好组织实施工作。"


@pytest.fixture
def spoilt(place: CommandContext, tmp_path: Path) -> CommandContext:
    """Give a library of the bundled article and of two with two versions; the newest version of `a` is spoilt."""
    path = tmp_path / "more.jsonl"
    for mark in ("甲版", "乙版"):
        lines = [json.dumps({"id": one, "title": f"{one}号规划", "text": f"{mark}。{BODY}"}) for one in "ab"]
        path.write_text("\n".join(lines), "utf-8")
        assert main(["import", str(path)], place) == 0
    with closing(sqlite3.connect(place.db)) as library:
        library.execute("UPDATE versions SET text = x'00' WHERE article = 'a' AND number = 2")
        library.commit()
    assert isinstance(place.out, io.StringIO)
    place.out.truncate(0)
    place.out.seek(0)
    return place


def exported(place: CommandContext, *words: str) -> tuple[str, str]:
    """Run an export that leaves something out; return what it printed and what it complained of."""
    assert main(["export", *words], place) == 1
    assert isinstance(place.out, io.StringIO)
    assert isinstance(place.err, io.StringIO)
    return place.out.getvalue(), place.err.getvalue()


def test_the_other_articles_are_exported(spoilt: CommandContext) -> None:
    """The bad version is named, and no older one is given for its article's newest."""
    out, err = exported(spoilt)
    assert sorted(json.loads(line)["id"] for line in out.splitlines()) == ["b", "digital-economy"]
    assert err.startswith("left out: version 2 of a: ")
    assert err.count("\n") == 1


def test_each_version_stands_for_itself(spoilt: CommandContext) -> None:
    """With all versions by themselves the bad one alone is left out; to read, its article's newest."""
    lines = map(json.loads, exported(spoilt, "--all-versions")[0].splitlines())
    assert [(one["id"], one["version"]) for one in lines if one["id"] in "ab"] == [
        ("a", 1),
        ("b", 1),
        ("b", 2),
    ]


def test_text_to_read_goes_on_too(spoilt: CommandContext, tmp_path: Path) -> None:
    """Every other article has its file."""
    folder = tmp_path / "texts"
    _, err = exported(spoilt, "--format", "markdown", "--to", str(folder))
    assert sorted(one.name for one in folder.iterdir()) == ["b.v2.md", "digital-economy.v1.md"]
    assert "the newest version of a" in err


def test_a_backup_is_not_replaced_by_less(spoilt: CommandContext, tmp_path: Path) -> None:
    """The file that was there stays, and what could be read is beside it."""
    path = tmp_path / "backup.jsonl"
    path.write_text("whole\n", "utf-8")
    _, err = exported(spoilt, "--to", str(path))
    assert path.read_text("utf-8") == "whole\n"
    part = tmp_path / "backup.jsonl.part"
    assert len(part.read_text("utf-8").splitlines()) == 2
    assert str(part) in err
    assert err.count("\n") == 2
