"""What has a file's name and is none: a pipe that nobody writes to, a device that never ends, a line without end."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from bot.cli import main
from corpus.errors import ReadingError
from corpus.reading.formats import json_lines

if TYPE_CHECKING:
    from pathlib import Path

BODY = "本市数字工匠培育试点已经启动，各区要认真做好组织实施工作。"


def made(folder: Path, what: str, ending: str) -> Path:
    """Make a pipe, or a link to a device, with a file's ending."""
    path = folder / f"a{ending}"
    if what == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(what)
    return path


@pytest.mark.parametrize("what", ["pipe", "/dev/zero"])
@pytest.mark.parametrize("ending", [".jsonl", ".txt"])
@pytest.mark.parametrize("words", [["import"], ["import", "--dry-run"], ["outline"]])
def test_what_is_no_file_is_not_read(
    words: list[str], ending: str, what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command that reads documents tells it in one line, and ends."""
    path = made(tmp_path, what, ending)
    assert main([*words, str(path), "--db", str(tmp_path / "a.db")]) == 1
    said = capsys.readouterr().err
    assert f"{path}: not a file; check the path" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("what", ["pipe", "/dev/zero"])
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["workdays", "--import", "FILE"], "not a file"),
        (["articles", "--db", "FILE"], "is no file"),
        (["import", ".", "--db", "FILE"], "is no file"),
    ],
)
def test_nor_is_it_a_year_or_a_library(
    words: list[str], told: str, what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What takes a file of another kind refuses it as well."""
    path = str(made(tmp_path, what, ".x"))
    known = [path if word == "FILE" else word for word in words]
    db = [] if "--db" in words else ["--db", str(tmp_path / "a.db")]
    assert main([*known, *db]) == 1
    said = capsys.readouterr().err
    assert f"{path}: {told}; " in said
    assert said.count("\n") == 1


def test_a_line_without_end_is_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines before it are read, it is told once, and nothing behind it is looked at."""
    monkeypatch.setattr(json_lines, "LONGEST_LINE", 200)
    good = json.dumps({"id": "a", "text": BODY}, ensure_ascii=False)
    path = tmp_path / "a.jsonl"
    path.write_text(f"{good}\n{'x' * 9_000}\n{good}\n", "utf-8")
    found = list(json_lines.numbered(path))
    assert [(number, len(raw)) for number, raw in found] == [(1, len(good.encode()) + 1), (2, 201)]
    reader = json_lines.JsonLines(path, {})
    assert next(reader).article.id == "a"
    with pytest.raises(ReadingError, match="the last that was read"):
        next(reader)
    assert list(reader) == []
