"""A PDF that names radicals for characters, as Chrome prints one: read, found and told as what stands on its pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.cli import main
from bot.intake.importing import import_paths
from db.store import Store
from tests.bot.intake.test_importing import stamp
from tests.corpus.reading.makers import pdf

if TYPE_CHECKING:
    from pathlib import Path

PRINTED = (
    "江洲省⼈⺠政府⼯作报告",
    "⼀、总体要求",
    "（⼀）推进新质⽣产⼒建设。要实施“⼩巨⼈⾏动计划”，汽⻋产业增⻓⼗五个百分点。",
    "（⼆）推进⼈才⼯作。要实施“⼩巨⼈⾏动计划”，省⻓和各部⻔负责落实。",
)


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    """A PDF of one page in radicals."""
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf([[(72, 780 - 30 * at, 10, text) for at, text in enumerate(PRINTED)]]))
    return path


def said(tmp_path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what a command printed."""
    assert main([*words, "--db", str(tmp_path / "a.db")]) == 0
    out = capsys.readouterr()
    assert out.err == ""
    return out.out


def test_a_pdf_in_radicals_is_what_it_prints(
    printed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Text, heads and initiatives have the unified ideographs, a search finds them, and the notes say so."""
    said(tmp_path, capsys, "import", str(printed))
    exported = json.loads(said(tmp_path, capsys, "export"))
    assert "推进新质生产力建设。要实施“小巨人行动计划”，汽车产业增长十五个百分点。" in exported["text"]
    assert not any("\u2e80" <= character <= "\u2fdf" for character in exported["text"])
    assert [block.get("run_in") for block in exported["blocks"] if block.get("run_in")]
    for query in ("省长", "汽车产业增长", "省⻓", "汽⻋产业"):
        assert json.loads(said(tmp_path, capsys, "search", query, "--json"))["answered"], query
    assert "小巨人行动计划" in said(tmp_path, capsys, "initiatives")
    told = said(tmp_path, capsys, "notes", "report")
    assert "2 times  radical: the PDF names the radical U+2ED3, read as 长" in told


def test_a_text_in_radicals_stays_and_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words that came from such a PDF by way of a text are kept as they are, noted, numbered and found."""
    path = tmp_path / "copied.txt"
    path.write_text("\n\n".join(PRINTED), "utf-8")
    said(tmp_path, capsys, "import", str(path))
    assert PRINTED[2] in json.loads(said(tmp_path, capsys, "export"))["text"]
    (first, *_) = json.loads(said(tmp_path, capsys, "search", "汽车产业增长", "--json"))["results"]
    assert first["section"]["text"] == PRINTED[2]
    assert first["section"]["headings"] == ["⼀、总体要求"]
    assert "a radical that prints as 长" in said(tmp_path, capsys, "notes", "copied")


def test_a_text_that_is_read_anew_without_radicals_keeps_its_codes(printed: Path, tmp_path: Path) -> None:
    """What was kept in radicals is the same passage in characters."""
    path = tmp_path / "report.txt"
    with Store(str(tmp_path / "a.db")) as store:
        codes = []
        for text in ("\n\n".join(PRINTED), None):
            path.write_text(text or "", "utf-8")
            source = path if text else printed
            (one,) = import_paths(store, [source], {"id": "report"}, stamp)
            assert one.saved, one.error
            codes.append([section.code for section in store.articles.export("report").sections])
    assert codes[0] == codes[1]
