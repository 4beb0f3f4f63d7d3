"""The console with the real app over the bundled article: `make demo`, pipes, records."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli import main
from bot.command_context import CommandContext
from bot.console.demo import SCRIPT
from bot.console.typed import words
from bot.settings import from_environment
from bot.wall_clock import now

if TYPE_CHECKING:
    from collections.abc import Callable

    Play = Callable[..., tuple[int, str]]

PROXY = "http://127.0.0.1:9"  # nobody listens there: what goes through it fails
DOCS = Path(__file__).parents[3] / "docs" / "console.md"


@pytest.fixture
def play(library: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Give a way to run `policy-bot console` with lines piped in."""

    def run(*lines: str, options: tuple[str, ...] = ()) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        out = io.StringIO()
        place = CommandContext(from_environment({}), str(library), out, io.StringIO(), now)
        return main(["console", *options], place), out.getvalue()

    return run


def quoted(drawn: str) -> list[str]:
    """Return the lines that stand behind the bar of a quotation."""
    return re.findall(r"^ *│ (.*)$", drawn, re.MULTILINE)


def test_the_demonstration_runs_where_nobody_types(library: Path, bundled_text: str) -> None:
    """With /dev/null as input it exits 0, says nothing on stderr and quotes the article word for word.

    That holds behind a proxy too: the Slack it talks to is on this machine.
    """
    done = subprocess.run(
        [sys.executable, "-m", "bot", "console", "--db", str(library)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "HTTPS_PROXY": PROXY, "HTTP_PROXY": PROXY, "no_proxy": ""},
    )
    assert (done.returncode, done.stderr) == (0, "")
    passages = quoted(done.stdout)
    assert len(passages) >= 6
    assert all(passage.strip("…") in bundled_text for passage in passages)
    for line in SCRIPT:
        assert f"> {line}\n" in done.stdout


def test_the_demonstration_shows_what_the_bot_can_do(play: Play) -> None:
    """A phrase, a typo and another order find the same passage; a miss, a page turn and a share follow."""
    code, drawn = play()
    talk = dict(re.findall(r"> (.*)\n((?:(?!> ).*\n?)*)", drawn))
    assert code == 0
    for query in ("数字工匠", "数字工将", "工匠 数字"):
        assert "“数字工匠”。" in quoted(talk[f"/policy search {query}"])[0]
    assert quoted(talk["/policy search 量子计算机补贴标准"]) == []
    turned = talk["click 下一页"]
    assert ", changed:" in turned
    assert not set(quoted(turned)) & set(quoted(talk["/policy search 数字经济"]))
    assert drawn.count("分享了一段原文") == 1


def test_lines_from_a_pipe_are_played(play: Play) -> None:
    """What is piped in is typed, line by line; words of the console itself do not reach the app."""
    code, drawn = play("/policy 梦想小镇", "click 1", "quit", "/policy 不会执行")
    assert code == 0
    assert "梦想小镇" in quoted(drawn)[0]
    assert "分享了一段原文" in drawn
    assert "不会执行" not in drawn


def test_a_second_console_over_the_same_library_is_answered(play: Play) -> None:
    """Triggers of another run are not taken for replays of the first."""
    assert "梦想小镇" in quoted(play("/policy 梦想小镇")[1])[0]
    assert "梦想小镇" in quoted(play("/policy 梦想小镇")[1])[0]


def test_a_record_is_played_again(play: Play, tmp_path: Path) -> None:
    """`--replay` of what `--record` wrote exits 0; of a changed one 1, with a diff."""
    talk = tmp_path / "talk.txt"
    _, drawn = play("/policy search 数字工匠", "click 1", options=("--record", str(talk)))
    assert talk.read_text("utf-8") == drawn
    assert play(options=("--replay", str(talk))) == (0, "the same answers as recorded\n")
    talk.write_text(drawn.replace("数字工匠”。", "数字工人”。"), "utf-8")
    code, told = play(options=("--replay", str(talk)))
    assert code == 1
    assert "数字工人" in told


def test_a_file_that_cannot_be_used_is_told(library: Path, tmp_path: Path) -> None:
    """A record that is missing, or cannot be written, is an error of one line."""
    for option in ("--record", "--replay"):
        err = io.StringIO()
        place = CommandContext(from_environment({}), str(library), io.StringIO(), err, now)
        assert main(["console", option, str(tmp_path / "no" / "talk.txt")], place) == 1
        assert err.getvalue().count("\n") == 1


def test_the_docs_name_every_word() -> None:
    """docs/console.md tells of each word that can be typed."""
    text = DOCS.read_text("utf-8")
    for word in words():
        assert re.search(rf"`{word}[ `]", text), word


def test_a_conversation_of_every_day_is_answered_as_recorded(tmp_path: Path) -> None:
    """A greeting, chat-noise, follow-ups in the thread, a name that only counting finds, a comparison, a clause.

    A clause and a year that are not there are refused with a true sentence, and a false friend is told.
    """
    here, store = Path(__file__).parent, tmp_path / "library.db"
    out, quiet = io.StringIO(), io.StringIO()
    place = CommandContext(from_environment({}), str(store), out, quiet, now)
    assert main(["import", str(here / "everyday")], place) == 0
    assert main(["console", "--replay", str(here / "everyday.talk")], place) == 0
    assert out.getvalue().endswith("the same answers as recorded\n")
