"""The table of formats: one row answers for an ending, and a missing library is told."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from corpus.errors import ReadingError
from corpus.reading import files
from corpus.reading.formats import docx, html, pdf, plain, table
from tests.corpus.reading.makers import pdf as made

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.reading.formats.format import Format


def test_every_ending_has_one_format() -> None:
    """No two formats read one ending, and none reads what the table calls foreign."""
    listed = [ending for form in table.FORMATS for ending in form.endings]
    assert len(listed) == len(set(listed))
    assert not set(listed) & set(table.FOREIGN)
    assert all(table.of(ending.upper()).endings.count(ending) == 1 for ending in listed)


@pytest.mark.parametrize("ending", ["", ".log", ".DOC"])
def test_an_unknown_ending_is_plain_text(ending: str) -> None:
    """A file that is named outright is read as text, whatever its ending."""
    assert table.of(ending) is plain.FORMAT


@pytest.mark.parametrize("form", [docx.FORMAT, html.FORMAT, pdf.FORMAT], ids=lambda form: form.name)
def test_a_missing_library_is_one_line(form: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the optional library the file is refused in one line that says how to install it."""
    monkeypatch.setitem(sys.modules, form.needs.partition(".")[0], None)
    path = tmp_path / f"a{form.endings[0]}"
    path.write_bytes(made([[(72, 700, 12, "数字经济")]]) if form is pdf.FORMAT else "数字经济".encode())
    with pytest.raises(ReadingError, match=rf"needs {form.needs}, which is not installed; pip install"):
        list(files.read(path))
