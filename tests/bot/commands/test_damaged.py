"""A library that is damaged, missing or empty: each command says so in one line, and the doctor sees it."""

from __future__ import annotations

import io
import os
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.cli import main
from bot.command_context import CommandContext
from bot.settings import from_environment
from corpus.errors import PolicyError, SettingsError
from tests.bot.damage import BYTES, TABLES, damage
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "digital-economy"
COMMANDS = (
    ["search", "数字工匠"],
    ["search", "shuzi gongjiang"],
    ["show", "hdh0-zwha"],
    ["articles"],
    ["history", ARTICLE],
    ["notes", ARTICLE],
    ["export"],
    ["quote"],
    ["initiatives"],
    ["initiatives", ARTICLE],
)
TOKENS = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_APP_TOKEN": "xapp-1",
    "SLACK_SIGNING_SECRET": "s",
    "SLACK_API_URL": "http://127.0.0.1:9/api/",
}


def run(words: list[str], db: str, **settings: str) -> tuple[int, str, str]:
    """Run a command; return its exit code, what it printed and what it complained of."""
    place = CommandContext(from_environment(settings), db, io.StringIO(), io.StringIO(), lambda: NOW)
    code = main(words, place)
    assert isinstance(place.out, io.StringIO)
    assert isinstance(place.err, io.StringIO)
    return code, place.out.getvalue(), place.err.getvalue()


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("kind", [*BYTES, *TABLES])
def test_damage_is_told_in_one_line(library: Path, kind: str, seed: int) -> None:
    """No command ends in a traceback; one that fails names what to do, and the doctor finds the damage."""
    damage(library, kind, seed)
    code, found, _ = run(["doctor"], str(library))
    assert (code, "wrong  database" in found) == (1, True)
    assert "backup" in found
    failed = [run(words, str(library)) for words in COMMANDS]
    for code, _, complaint in failed:
        assert code in {0, 1}
        assert complaint.count("\n") == code


@pytest.mark.parametrize("words", [["doctor"], *COMMANDS, ["clock"], ["socket"], ["http"]])
def test_only_import_makes_a_library(tmp_path: Path, words: list[str]) -> None:
    """Where nothing is, every other command says so and makes nothing; an empty file is left empty."""
    path = tmp_path / "typo.db"
    for db in (str(path), f"sqlite:///{path}"):
        code, said, complaint = run(words, db, **TOKENS)
        assert code == 1
        assert "there is no library here" in said + complaint
    assert list(tmp_path.iterdir()) == []
    path.touch()
    code, said, complaint = run(words, str(path), **TOKENS)
    assert code == 1
    assert "is an empty file" in said + complaint
    assert path.stat().st_size == 0


def test_the_doctor_tells_who_may_read_and_that_nothing_can_be_written(library: Path) -> None:
    """A file that others may read is noted; one of the owner's own is not."""
    library.chmod(0o644)
    assert "others on this machine may read" in run(["doctor"], str(library))[1]
    library.chmod(0o600)
    assert "others on this machine may read" not in run(["doctor"], str(library))[1]


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u:geheim@h/db",
        "postgresql://u:ge/heim@h/db",
        "mysql://geheim@h/db",
        "postgres://u:geheim@[::1]:5432/db?sslmode=require",
    ],
)
def test_no_password_is_told(url: str) -> None:
    """Neither of the database nor of Slack's address, by whichever command."""
    for words in (["doctor"], ["search", "x"], ["http"], ["import", "x"]):
        _, said, complaint = run(words, url, **TOKENS)
        assert "heim" not in said + complaint
        assert "db" in said + complaint
    with pytest.raises(SettingsError) as caught:
        from_environment({"SLACK_API_URL": url})
    assert "heim" not in str(caught.value)
    assert "heim" not in str(PolicyError("x", which=url, next_step=url))


@pytest.mark.parametrize(
    "url",
    [
        "postgresql:///db?user=u&password=geheim",
        "jdbc:postgresql://h/db?user=u&password=geheim",
        "postgres:u:geheim@h/db",
        "u:geheim@h/db",
        "//u:geheim@h/db",
        "sqlite:////u:geheim@h/db",
        "sqlite:///postgresql://u:geheim@h/db",
        "host=h user=u password=geheim dbname=db",
        "POSTGRESQL://U:geheim@H/db",
    ],
)
def test_what_is_no_address_of_a_library_is_not_repeated(url: str) -> None:
    """However another database's address is written; the variable is named instead."""
    for words in (["doctor"], ["search", "x"], ["http"], ["import", "x"]):
        _, said, complaint = run(words, url, **TOKENS)
        assert "heim" not in said + complaint
        assert "DATABASE_URL" in said + complaint


@pytest.mark.parametrize("words", [["import", "corpus/articles"], ["doctor"], ["clock", "--once"]])
@pytest.mark.parametrize("url", ["host=h user=u password=geheim", "u:geheim@h", "db?password=geheim"])
def test_no_file_is_made_where_another_database_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, words: list[str]
) -> None:
    """It would have the password for its name."""
    monkeypatch.chdir(tmp_path)
    code, said, complaint = run(words, url, **TOKENS)
    assert code == 1
    assert "DATABASE_URL" in said + complaint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url",
    [
        *("https://u:geheim@", "https://u:geheim@127.0.0.1:9/api/", "http://u:ge@heim@127.0.0.1:9/"),
        *(
            "u:geheim@127.0.0.1/api",
            "https://h/api?token=geheim",
            "http://geheim:99999/api",
            "https://h/#geheim",
        ),
        *("http://h:geheim/api/", "http:///geheim", "http://[geheim/api/"),
    ],
)
def test_an_address_of_slack_that_cannot_be_is_one_line_without_it(url: str) -> None:
    """Host and port are looked at before anything goes there; a password would be a part of the host."""
    with pytest.raises(SettingsError) as caught:
        from_environment({"SLACK_API_URL": url})
    assert "SLACK_API_URL" in str(caught.value)
    assert "heim" not in str(caught.value)


def test_an_address_without_a_password_is_told_whole() -> None:
    """As is one with an at sign in its path."""
    for url in ("https://slack.example.org:8443/api/", "https://example.org/@user/x", "a@b.db"):
        assert str(PolicyError("is away", which=url)) == f"{url}: is away"


@pytest.mark.parametrize("words", [["doctor"], ["search", "x"], ["articles"], ["import", "x", "--dry-run"]])
def test_a_name_that_is_too_long_is_told_in_one_line(tmp_path: Path, words: list[str]) -> None:
    """The system takes 255 bytes of a name."""
    code, said, complaint = run(words, str(tmp_path / ("long" * 75)))
    assert code == 1
    assert "Traceback" not in said + complaint


def test_a_library_with_a_name_that_is_too_long_cannot_be_made(tmp_path: Path, bundled_text: str) -> None:
    """Import says so in one line."""
    text = tmp_path / "a.txt"
    text.write_text(bundled_text, "utf-8")
    code, _, complaint = run(["import", str(text)], str(tmp_path / ("long" * 75)))
    assert (code, complaint.count("\n")) == (1, 1)
    assert "cannot be made" in complaint


def test_what_holds_what_was_typed_is_its_owners_alone(
    place: CommandContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Recordings, exports and libraries are 0600 whatever the umask, also one that was an empty file for all."""
    monkeypatch.setattr("sys.stdin", io.StringIO("/policy help\n"))
    before = os.umask(0)
    try:
        record, export = tmp_path / "talk.txt", tmp_path / "library.jsonl"
        assert main(["console", "--record", str(record)], replace(place, out=io.StringIO())) == 0
        assert main(["export", "--to", str(export)], place) == 0
        (tmp_path / "empty.db").touch(0o666)
        for library in ("copy.db", "empty.db"):
            assert main(["import", str(export)], replace(place, db=str(tmp_path / library))) == 0
    finally:
        os.umask(before)
    made = (record, export, tmp_path / "copy.db", tmp_path / "empty.db")
    assert [stat.S_IMODE(one.stat().st_mode) for one in made] == [0o600] * 4
