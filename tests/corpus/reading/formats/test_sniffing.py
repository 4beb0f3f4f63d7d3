"""Files under false endings, and of kinds that nothing reads: told by their bytes, never imported as prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.errors import ReadingError
from corpus.reading.files import read
from tests.corpus.reading.makers import pdf as made

if TYPE_CHECKING:
    from pathlib import Path

_PAGE = "<html><head><title>养犬办法</title></head><body><h1>养犬办法</h1><p>犬只应当登记。</p></body></html>"


def _written(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", '{"code": 0, "data": ["犬只应当登记。"]}'.encode(), "JSON"),
        ("a.txt", b"{\\rtf1\\ansi \\u20851?}", "RTF"),
        ("a.docx", b"{\\rtf1\\ansi \\u20851?}", "RTF"),
        ("a.csv", "标题,正文\n办法,犬只应当登记。\n".encode(), "csv"),
        ("a.txt", "<?xml version='1.0'?><pkg>犬只</pkg>".encode(), "XML"),
        ("a.txt", b"\xd0\xcf\x11\xe0" + bytes(600), "old Office"),
        ("a.odt", "犬只应当登记。".encode(), "odt"),
    ],
)
def test_what_is_no_prose_is_refused_with_a_next_step(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    """A file of a kind that nothing reads is named as what it is, whatever its ending."""
    with pytest.raises(ReadingError, match=says) as raised:
        list(read(_written(tmp_path, name, content)))
    assert raised.value.next_step


@pytest.mark.parametrize("name", ["a.doc", "a.txt", "a.docx", "a"])
def test_a_page_under_a_false_ending_is_a_page(tmp_path: Path, name: str) -> None:
    """HTML is read as HTML where programs save it under the ending of Word."""
    (document,) = read(_written(tmp_path, name, _PAGE.encode()))
    assert (document.article.title, document.text) == ("养犬办法", "养犬办法\n犬只应当登记。")


def test_a_pdf_under_a_false_ending_is_a_pdf(tmp_path: Path) -> None:
    """The mark of a PDF tells it, not the ending."""
    (document,) = read(_written(tmp_path, "a.txt", made([[(72, 700, 12, "犬只应当登记。")]])))
    assert document.text == "犬只应当登记。"


@pytest.mark.parametrize("name", ["a.mht", "a.eml", "a.html", "a.txt"])
def test_a_saved_page_in_mail_form_is_decoded(tmp_path: Path, name: str) -> None:
    """The page inside an MHTML file is what is read, its transfer encoding undone."""
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n"
    part = "--B\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    content = (head + part).encode() + _PAGE.encode("gb18030") + b"\r\n--B--\r\n"
    (document,) = read(_written(tmp_path, name, content))
    assert document.text == "养犬办法\n犬只应当登记。"


def test_a_broken_byte_is_told_with_its_place(tmp_path: Path) -> None:
    """One byte that is no character spoils no text: the rest is read, and a remark says where it stands."""
    text = "养犬管理办法\n\n犬只应当自取得之日起三十日内登记，逾期不登记的，由公安机关责令改正。\n".encode()
    (document,) = read(_written(tmp_path, "a.txt", text[:62] + b"\xff" + text[62:]))
    assert "\ufffd" in document.text
    (remark,) = document.outline.remarks
    assert remark.startswith("line 3, byte 63")
