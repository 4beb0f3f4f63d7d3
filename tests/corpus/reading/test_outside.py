"""The proof from outside: it names what was left out and why, and a loss planted in any reader makes it fail."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from corpus.reading.files import read
from corpus.reading.formats import docx, html, markdown, pdf, pdf_pages, plain, sniffing, table
from corpus.reading.outside.holding import OutsideCount, held
from corpus.reading.structure import classifying
from tests.corpus.reading.makers import docx as word
from tests.corpus.reading.makers import ink, pdf_of, said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from corpus.reading.formats.format import Format
    from corpus.reading.pieces import Piece
    from corpus.vocabulary import Outline

_TEXTS = ("养犬管理办法", "养犬人应当依法文明养犬。", "犬只应当按期免疫。")
_PAGE = f"<body><h1>{_TEXTS[0]}</h1><p>{_TEXTS[1]}</p><p>{_TEXTS[2]}</p></body>"
_FILES = {
    ".txt": "\n\n".join(_TEXTS).encode(),
    ".md": f"# {_TEXTS[0]}\n\n{_TEXTS[1]}\n\n{_TEXTS[2]}\n".encode(),
    ".html": _PAGE.encode(),
    ".docx": word(*map(said, _TEXTS)),
    ".pdf": pdf_of([ink(72, 700, 14, _TEXTS[0]) + ink(72, 660, 14, _TEXTS[1]) + ink(72, 620, 14, _TEXTS[2])]),
    ".eml": b"From: a@b.cn\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
    b"Content-Transfer-Encoding: 8bit\n\n" + _PAGE.encode(),
}
_READERS: tuple[Format, ...] = (plain.FORMAT, markdown.FORMAT, html.FORMAT, docx.FORMAT, pdf.FORMAT)


def _held(folder: Path, ending: str, content: bytes) -> OutsideCount:
    path = folder / f"a{ending}"
    path.write_bytes(content)
    (document,) = read(path)
    form = sniffing.real(content, table.of(ending), ending, str(path))
    found = held(content, form.name, document.outline)
    assert found is not None
    return found


@pytest.mark.parametrize("ending", _FILES)
def test_a_whole_reading_holds(tmp_path: Path, ending: str) -> None:
    """Where nothing is missing the proof names nothing."""
    found = _held(tmp_path, ending, _FILES[ending])
    assert found.holds
    assert found.characters >= len("".join(_TEXTS))


@pytest.mark.parametrize("form", _READERS, ids=lambda form: form.name)
def test_a_loss_planted_in_a_reader_is_named(
    tmp_path: Path, form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that drops its last block without a word makes the proof name the characters."""
    whole = classifying.assemble

    def lossy(found: Sequence[Piece], out: tuple[str, ...] = (), *, title: str | None = None) -> Outline:
        return whole(found[:-1], out, title=title)

    for module in list(sys.modules.values()):
        if getattr(module, "assemble", None) is whole and module is not classifying:
            monkeypatch.setattr(module, "assemble", lossy)
    ending = form.endings[0]
    assert sorted(_held(tmp_path, ending, _FILES[ending]).lost) == sorted(_TEXTS[2])


def test_a_form_that_is_not_followed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text of a PDF's form is counted from outside, so a reader that passes it over is found out."""
    content = pdf_of([ink(72, 700, 14, _TEXTS[0]) + "/X Do\n"], form=ink(72, 660, 14, _TEXTS[1]))
    assert _held(tmp_path, ".pdf", content).holds
    monkeypatch.setattr(pdf_pages, "_DEEPEST", 0)
    assert sorted(_held(tmp_path, ".pdf", content).lost) == sorted(_TEXTS[1])


@pytest.mark.parametrize(
    ("ending", "content", "reasons"),
    [
        (
            ".html",
            f"<body>{_PAGE}<p hidden>内部稿</p><s>旧文</s></body>".encode(),
            {"hidden": 3, "struck": 2},
        ),
        (
            ".docx",
            word(*map(said, _TEXTS), "<w:del><w:r><w:delText>旧文</w:delText></w:r></w:del>"),
            {"deleted": 2},
        ),
        (".pdf", pdf_of([ink(72, 700, 14, _TEXTS[0]) * 2]), {"doubled": 6}),
    ],
)
def test_what_is_left_out_is_named_with_its_reason(
    tmp_path: Path, ending: str, content: bytes, reasons: dict[str, int]
) -> None:
    """Hidden, struck, deleted and doubled text is counted by the reason for which no reader sees it."""
    found = _held(tmp_path, ending, content)
    assert found.holds
    assert reasons.items() <= dict(found.left_out).items()
