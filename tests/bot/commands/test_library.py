"""The commands that keep a library: history, diff, notes, export, remove."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.cli import main
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from bot.command_context import CommandContext

ARTICLE = "digital-economy"


def said(place: CommandContext, *words: str) -> str:
    """Run a command that does well and return what it printed."""
    out = io.StringIO()
    assert main(words, replace(place, out=out)) == 0
    return out.getvalue()


def shapes(place: CommandContext, *words: str) -> list[dict[str, Any]]:
    """Run a command with --json and return its lines."""
    return [json.loads(line) for line in said(place, *words, "--json").splitlines()]


@pytest.fixture
def revised(place: CommandContext, tmp_path: Path) -> CommandContext:
    """Give a place whose library has a second version of the article: a word changed, quotes in another style."""
    (line,) = said(place, "export").splitlines()
    fields = json.loads(line)
    text = fields["text"].replace("数字工匠", "数字名匠").replace("“数字名家”", "「数字名家」")
    path = tmp_path / "revised.jsonl"
    path.write_text(
        json.dumps({"id": ARTICLE, "title": fields["title"], "author": fields["author"], "text": text})
    )
    said(place, "import", str(path))
    return place


def test_history_lists_the_versions(place: CommandContext) -> None:
    """One line a version, with its date and what became of the sections."""
    assert "17 added" in said(place, "history", ARTICLE)
    (version,) = shapes(place, "history", ARTICLE)
    assert (version["version"], version["added"], version["removed_at"]) == (1, 17, None)


def test_diff_shows_the_changed_words_only(revised: CommandContext) -> None:
    """Quotes of another style are no change; the changed word is."""
    lines = said(revised, "diff", ARTICLE).splitlines()
    edited = [line for line in lines if line.startswith("~") and "[-" in line]
    assert len(edited) == 1
    assert "数字[-工-]{+名+}匠" in edited[0]
    (shape,) = shapes(revised, "diff", ARTICLE, "1", "2")
    assert [change["kind"] for change in shape["passages"]] == ["edited"]


def test_diff_of_a_single_version_is_empty(place: CommandContext) -> None:
    """An article that never changed does not differ."""
    assert "no difference in wording" in said(place, "diff", ARTICLE)


def test_diff_wants_two_versions(place: CommandContext) -> None:
    """One version alone is compared with nothing."""
    assert main(["diff", ARTICLE, "1"], place) == 1


def test_notes_tell_flaws_and_where_they_stand(place: CommandContext) -> None:
    """The offsets are those of the text, and the code that of the section."""
    found = shapes(place, "notes", ARTICLE)
    text = json.loads(said(place, "export"))["text"]
    assert found
    assert all(text[note["start"] : note["end"]] == note["text"] for note in found)
    assert found[0]["kind"] in said(place, "notes", ARTICLE)


def test_an_export_can_be_imported_into_another_library(revised: CommandContext, tmp_path: Path) -> None:
    """Import → export → import is the identity: the same text, blocks, sections and codes."""
    path = tmp_path / "all.jsonl"
    said(revised, "export", "--to", str(path))
    elsewhere = replace(revised, db=str(tmp_path / "other.db"))
    assert "added" in said(elsewhere, "import", str(path))
    once, again = (json.loads(said(place, "export")) for place in (revised, elsewhere))
    for name in ("text", "blocks", "codes", "title", "author", "lead"):
        assert once.get(name) == again.get(name)


def test_an_export_is_unchanged_where_it_came_from(revised: CommandContext, tmp_path: Path) -> None:
    """The same text in another file makes no new version."""
    path = tmp_path / "all.jsonl"
    said(revised, "export", "--to", str(path))
    assert said(revised, "import", str(path)).startswith("unchanged")


def test_all_versions_rebuild_the_history(revised: CommandContext, tmp_path: Path) -> None:
    """Imported in order the versions come back with their codes, oldest first."""
    path = tmp_path / "all.jsonl"
    said(revised, "export", "--all-versions", "--to", str(path))
    elsewhere = replace(revised, db=str(tmp_path / "other.db"))
    said(elsewhere, "import", str(path))
    counts = [
        [(one["version"], one["edited"], one["digest"] != "") for one in shapes(place, "history", ARTICLE)]
        for place in (revised, elsewhere)
    ]
    assert counts[0] == counts[1]
    assert len(counts[0]) == 2


def test_markdown_goes_into_a_folder(place: CommandContext, tmp_path: Path) -> None:
    """A file for each article, named by its id and version."""
    said(place, "export", "--format", "markdown", "--to", str(tmp_path / "out"))
    text = (tmp_path / "out" / f"{ARTICLE}.v1.md").read_text("utf-8")
    assert "# 数字经济引领高质量发展\n" in text
    assert said(place, "export", "--format", "markdown").startswith("---\ntitle: ")


def test_an_export_that_cannot_be_written_says_so(place: CommandContext, tmp_path: Path) -> None:
    """A folder given as the file is an error in one line."""
    assert main(["export", "--to", str(tmp_path)], place) == 1


def test_a_removed_article_is_gone_but_its_codes_resolve(place: CommandContext) -> None:
    """It is neither found nor listed; `show` tells when it went."""
    code = json.loads(said(place, "export"))["codes"][0]
    assert "17 sections" in said(place, "remove", ARTICLE)
    assert said(place, "articles") == ""
    assert said(place, "show", code).startswith("Removed on 2026-11-23T01:00:00")
    assert shapes(place, "history", ARTICLE)[0]["removed_at"] is not None


@pytest.mark.parametrize("command", ["history", "diff", "notes", "export", "remove"])
def test_an_unknown_article_is_an_error(command: str, place: CommandContext) -> None:
    """Each command says which article it does not know, and fails."""
    assert main([command, "none"], place) == 1
    assert isinstance(place.err, io.StringIO)
    assert "none" in place.err.getvalue()


def test_an_export_rebuilds_the_library_to_the_byte(revised: CommandContext, tmp_path: Path) -> None:
    """Import → export → import is the identity, dates and removals too, in either form; every code resolves."""
    codes = set(json.loads(said(revised, "export"))["codes"])
    shorter = tmp_path / "shorter.jsonl"
    text = "\n".join(json.loads(said(revised, "export"))["text"].split("\n")[:9])
    shorter.write_text(json.dumps({"id": ARTICLE, "title": "数字经济引领高质量发展", "text": text}))
    said(replace(revised, now=lambda: NOW + timedelta(days=1)), "import", str(shorter))
    said(replace(revised, now=lambda: NOW + timedelta(days=2)), "remove", ARTICLE)
    for form in ([], ["--all-versions"]):
        path = tmp_path / f"all{len(form)}.jsonl"
        said(revised, "export", "--to", str(path), *form)
        elsewhere = replace(
            revised, db=str(tmp_path / f"other{len(form)}.db"), now=lambda: NOW + timedelta(9)
        )
        said(elsewhere, "import", str(path))
        assert said(elsewhere, "export", *form) == path.read_text("utf-8")
        assert said(elsewhere, "history", ARTICLE) == said(revised, "history", ARTICLE)
        for code in sorted(codes):
            assert said(elsewhere, "show", code) == said(revised, "show", code)
        assert said(elsewhere, "import", str(path)).startswith("unchanged")
        assert said(elsewhere, "articles") == ""


def test_a_removed_article_comes_back_from_an_export(place: CommandContext, tmp_path: Path) -> None:
    """What was exported before the removal is a new version, with its old codes."""
    path = tmp_path / "before.jsonl"
    said(place, "export", "--to", str(path))
    said(place, "remove", ARTICLE)
    assert said(place, "import", str(path)).startswith("changed")
    assert json.loads(said(place, "export"))["codes"] == json.loads(path.read_text("utf-8"))["codes"]
    assert json.loads(said(place, "export"))["version"] == 2
