"""What a line or a folder brings along that no article may have: told in one line, the others imported."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.cli import main
from bot.command_context import visible
from bot.intake.importing import import_paths
from db.store import Store
from tests.bot.intake.test_importing import outcomes, stamp

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "本市数字工匠培育试点已经启动，各区要认真做好组织实施工作。"


def written(path: Path, *lines: dict[str, object]) -> Path:
    """Write JSON lines, ASCII only, so that half a surrogate pair can be said."""
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "ascii")
    return path


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"id": "e" * 5000}, "cannot be an id"),
        ({"id": "../../etc"}, "'../../etc' cannot be an id"),
        ({"id": " \n\x1b[31m"}, "cannot be an id"),
        ({"id": "a", "text": "未来\ud800文字。"}, "half a surrogate pair"),
        ({"id": "a", "published": "2020-13-45"}, "published '2020-13-45' is no date"),
        ({"id": "a", "effective": "2021年2月30日"}, "effective '2021年2月30日' is no date"),
    ],
)
def test_a_line_that_cannot_be_is_one_error(line: dict[str, object], said: str, tmp_path: Path) -> None:
    """It says what is wrong with which line, blames no fault of ours, and the next line is imported."""
    path = written(tmp_path / "a.jsonl", {"text": TEXT} | line, {"id": "ok", "text": TEXT})
    with Store(str(tmp_path / "a.db")) as store:
        bad, good = import_paths(store, [path], {}, stamp)
    assert good.saved
    told = str(bad.error)
    assert said in told
    assert "line 1" in told
    assert "fault" not in told
    assert told.isprintable()


def test_a_title_is_one_line_that_moves_no_cursor(tmp_path: Path) -> None:
    """Line feeds and escapes in what a line says of its article are spaces in the library."""
    path = written(tmp_path / "a.jsonl", {"id": "a", "title": "标题\n换行\x1b[2J", "text": TEXT})
    with Store(str(tmp_path / "a.db")) as store:
        (found,) = import_paths(store, [path], {}, stamp)
    assert found.saved
    assert found.saved.article.title == "标题 换行 [2J"


def test_a_terminal_gets_no_escape_but_our_own() -> None:
    """Bold and its end pass; colours, cursor moves, bells and reversals do not."""
    assert visible("\033[1m数字\033[0m") == "\033[1m数字\033[0m"
    assert visible("\x1b[31m红\x07\u202e") == "�[31m红��"


def test_an_id_that_stands_twice_is_an_error_and_the_first_article_stays(tmp_path: Path) -> None:
    """Two articles of one id in one file: neither vanishes as an old version of the other, however often it comes."""
    path = written(
        tmp_path / "a.jsonl", {"id": "a", "text": TEXT}, {"id": "a", "text": "另一篇文章的正文在这里。"}
    )
    with Store(str(tmp_path / "a.db")) as store:
        for first in ("added", "unchanged"):
            saved, failed = import_paths(store, [path], {}, stamp)
            assert saved.saved
            assert saved.saved.outcome == first
            assert "the id a stands in it twice" in str(failed.error)
        assert TEXT in store.articles.text("a")


def test_documents_that_nothing_reads_are_told(tmp_path: Path) -> None:
    """A .doc, .wps, .rtf or .xlsx in a folder is a line that says what to do; other files are none of ours."""
    for name in ("a.doc", "b.WPS", "c.rtf", "d.xlsx", "~$e.doc", "f.png", "g.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    with Store(str(tmp_path / "a.db")) as store:
        found = list(import_paths(store, [tmp_path], {}, stamp))
    assert outcomes(iter(found)) == ["failed"] * 4 + ["added"]
    assert all("save it as .docx" in str(one.error) for one in found[:4])


def test_a_given_id_and_date_are_checked_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The options are held to the same rules, before anything is read."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    words = ["import", "--db", str(tmp_path / "a.db"), str(path)]
    assert main([*words, "--id", "../x"]) != 0
    assert main([*words, "--published", "2020-13-45"]) != 0
    told = capsys.readouterr().err
    assert "cannot be an id" in told
    assert "is no date" in told
