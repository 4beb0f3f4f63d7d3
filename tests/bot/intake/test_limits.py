"""What one document may cost: the system ends what costs more, one line tells it, and the others are read."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli import main
from bot.intake.importing import import_paths
from bot.intake.work import Work
from bot.intake.workers import Workers
from bot.read_limits import Limits
from corpus.errors import PolicyError, ReadingError
from db.store import Store
from tests.bot.intake.test_importing import outcomes, stamp
from tests.corpus.reading.hostile import HOSTILE

if TYPE_CHECKING:
    from bot.intake.finding import ImportOutcome

TEXT = "数字工匠培育试点\n\n本市数字工匠培育试点已经启动，各区要认真做好组织实施工作。\n"
SOON = Limits(seconds=1, megabytes=400, patience=60)
SMALL = ("widths.pdf", "mapped.pdf", "columns.pdf", "forms.pdf", "layers.pdf", "laden.html")
"""What no limit would let pass, and is made in no time."""


def costly(work: Work) -> list[Path | PolicyError]:
    """Do what a file's name says: take time, memory or patience; or return its process."""
    held = []
    while work.path.name == "time":
        pass
    while work.path.name == "memory":
        held.append(bytes(10_000_000))
    if work.path.name == "patience":
        time.sleep(600)
    return [Path(str(os.getpid()))]


def named(name: str) -> Work:
    """Make a piece of work of a file's name alone."""
    return Work(Path(name), {}, "", 1)


def test_what_breaks_a_limit_is_told_and_the_next_is_read() -> None:
    """Time and memory each have a line that says how much was allowed, and another process reads on."""
    workers = Workers(costly, Limits(seconds=1, megabytes=400, patience=60), count=1)
    try:
        said = {name: workers.begin(named(name)).result(60) for name in ("time", "memory", "a", "b")}
    finally:
        workers.close()
    assert "time: took more than 1 s of the processor" in str(said["time"][0])
    assert "memory: needs more than 400 MB of memory" in str(said["memory"][0])
    assert said["a"] == said["b"]  # one process for both


def test_a_process_that_only_waits_is_ended_too() -> None:
    """Where the system counts no time, the clock of who asked does."""
    limits = Limits(seconds=1, megabytes=400, patience=2)
    workers = Workers(costly, limits, count=1)
    try:
        (said,) = workers.begin(named("patience")).result(60)
    finally:
        workers.close()
    assert isinstance(said, ReadingError)
    assert f"said nothing for {limits.silence(1)} s" in said.what
    assert "less busy" in said.next_step


def test_a_larger_file_may_take_longer() -> None:
    """Four seconds for each megabyte, as text and PDF of that size need."""
    assert [Limits(seconds=12).allowed(size) for size in (0, 999_999, 1_000_000, 20_000_000)] == [
        12,
        12,
        16,
        92,
    ]


def imported(folder: Path, *paths: Path) -> list[ImportOutcome]:
    """Import some paths within narrow limits."""
    with Store(str(folder / "a.db")) as store:
        return list(import_paths(store, paths, {}, stamp, limits=SOON))


def test_small_files_that_took_gigabytes_are_one_line_each(tmp_path: Path) -> None:
    """Each is told with its name and what to do, no fault of ours is blamed, and the files around them are read."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "z.txt").write_text(TEXT, "utf-8")
    for name in SMALL:
        (tmp_path / name).write_bytes(HOSTILE[name]())
    found = imported(tmp_path, tmp_path)
    told = [str(one.error) for one in found if one.error]
    assert outcomes(iter(found)) == ["added"] + ["failed"] * len(SMALL) + ["added"]
    for name, line in zip(sorted(SMALL), told, strict=True):
        assert name in line
        assert "; " in line
        assert "fault of policy-bot" not in line
        assert "\n" not in line


@pytest.mark.parametrize("words", [["outline"], ["import", "--dry-run"]])
def test_every_command_that_reads_is_bounded(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An outline and a rehearsal end as an import does, by the limits that are set."""
    monkeypatch.setenv("POLICY_READING_MEGABYTES", "400")
    path = tmp_path / "columns.pdf"
    path.write_bytes(HOSTILE["columns.pdf"]())
    assert main([*words, str(path), "--db", str(tmp_path / "a.db")]) == 1
    assert "columns.pdf: needs more than 400 MB of memory" in capsys.readouterr().err


def test_bad_lines_cost_their_number(tmp_path: Path) -> None:
    """Thousands of lines that are no JSON are one line each, and so is each good one among them."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"{broken\n" * 600 + b'{"id": "a", "text": "' + "数字工匠试点启动。".encode() + b'"}\n')
    found = imported(tmp_path, path)
    assert outcomes(iter(found)) == ["failed"] * 600 + ["added"]
    assert "line 600" in str(found[599].error)
