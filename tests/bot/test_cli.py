"""The command line: what a person meets who types."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.cli import COMMANDS, main
from corpus.reading import bundled

if TYPE_CHECKING:
    from pathlib import Path

    from bot.command_context import CommandContext


def printed(stream: object) -> str:
    """Return what was printed to a stream of the place."""
    assert isinstance(stream, io.StringIO)
    return stream.getvalue()


def test_a_search_prints_the_passage_and_its_citation(place: CommandContext) -> None:
    """Without --json the quotation stands on a line of its own, its source under it."""
    assert main(["search", "数字工匠"], place) == 0
    out = printed(place.out)
    assert "培育一批实用型“数字工匠”。" in out
    assert "兰建平" in out
    assert "《数字经济引领高质量发展》" in out


def test_a_search_without_an_answer_says_so(place: CommandContext) -> None:
    """Nothing found is said in words, and is no failure."""
    assert main(["search", "今天天气"], place) == 0
    assert "Nothing in the library answers '今天天气'" in printed(place.out)


@pytest.mark.parametrize(
    "words", [["search"], ["search", "词", "--from", "x"], ["search", "词", "--limit", "0"]]
)
def test_wrong_words_are_told_in_one_line(words: list[str], place: CommandContext) -> None:
    """A search without a query, with two sources or a page of nothing is refused with what to do."""
    assert main(words, place) == 1
    assert printed(place.err).count("\n") == 1
    assert printed(place.err).startswith("policy-bot: ")


def test_a_code_that_was_never_given_is_an_error(place: CommandContext) -> None:
    """`show` with an unknown code fails and says where codes come from."""
    assert main(["show", "zzzz-zzzz"], place) == 1
    assert "zzzz-zzzz: no passage has this code; search gives the codes" in printed(place.err)


def test_the_outline_is_a_tree_of_headings(place: CommandContext) -> None:
    """The four headings of the bundled article stand under its title."""
    assert main(["outline", str(bundled.path() / "digital-economy.txt")], place) == 0
    lines = printed(place.out).splitlines()
    assert lines[0] == "《数字经济引领高质量发展》 兰建平"
    assert sum(line.startswith("  # ") for line in lines) == 4
    assert any("[推进高水平创新载体建设。]" in line for line in lines)


def test_a_library_without_quotable_passages_says_what_to_do(place: CommandContext, tmp_path: Path) -> None:
    """`quote` over an empty library fails with the next step."""
    empty = type(place)(place.settings, str(tmp_path / "empty.db"), place.out, place.err, place.now)
    assert main(["quote"], empty) == 1
    assert "import an article first" in printed(place.err)


def test_the_doctor_finds_nothing_wrong_with_a_filled_library(place: CommandContext) -> None:
    """Without tokens the doctor notes what is not set, and exits 0 as import and search need none."""
    assert main(["doctor"], place) == 0
    out = printed(place.out)
    assert "note   SLACK_BOT_TOKEN: not set" in out
    assert "ok     library: 1 articles" in out


def test_the_doctor_names_a_database_that_is_none(place: CommandContext, tmp_path: Path) -> None:
    """A file that is no database is wrong, and the doctor exits 1."""
    broken = tmp_path / "broken.db"
    broken.write_text("this is no database" * 100, encoding="utf-8")
    there = type(place)(place.settings, str(broken), place.out, place.err, place.now)
    assert main(["doctor"], there) == 1
    assert "wrong  database:" in printed(place.out)


def started(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, with nothing set but `environ`."""
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("SLACK", "POLICY", "DATABASE"))
    }
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        capture_output=True,
        encoding="utf-8",
        env=kept | environ,
        check=False,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    """`policy-bot COMMAND --help` works for each, and names --db and --json."""
    done = started(name, "--help")
    assert done.returncode == 0, done.stderr
    assert "--db" in done.stdout
    assert "--json" in done.stdout


def test_a_server_without_tokens_names_all_that_are_missing() -> None:
    """`http` needs two settings and names both, in one line, before it opens anything."""
    done = started("http")
    assert done.returncode == 1
    assert "SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET: not set" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_error(library: Path) -> None:
    """`policy-bot articles | head -0` ends quietly."""
    command = f"{sys.executable} -m bot articles --db {library} | true"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""


def test_a_mistyped_library_is_told_and_not_made(place: CommandContext, tmp_path: Path) -> None:
    """A search in a file that is not there fails with the next step and leaves nothing behind."""
    missing = tmp_path / "mistyped.db"
    there = type(place)(place.settings, str(missing), place.out, place.err, place.now)
    assert main(["search", "数字工匠"], there) == 1
    assert "there is no library here" in printed(place.err)
    assert not missing.exists()


def test_a_word_to_leave_out_needs_no_quoting(place: CommandContext) -> None:
    """`search 数字经济 -人才` is a query and no option."""
    assert main(["search", "数字经济", "-人才", "--limit", "50", "--json"], place) == 0
    found = json.loads(printed(place.out))["results"]
    assert found
    assert not any("人才" in result["section"]["text"] for result in found)
