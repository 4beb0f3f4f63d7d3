"""Pages of a PDF of every make: forms, fields, columns, turned and doubled glyphs, marks laid under, notes, blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.errors import ReadingError
from corpus.reading.files import read
from tests.corpus.reading.makers import ink, pdf_of

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.vocabulary import Outline

_LINES = [
    "　　为了加强养犬管理，规范养犬行为，保障公民健康和人",
    "身安全，制定本办法。",
    "　　本市行政区域内犬只的饲养、经营以及相关管理活动，",
    "适用本办法。",
    "　　养犬人应当依法文明养犬，不得影响他人生活，不得破",
    "坏公共环境卫生。",
]
_TEXTS = ["".join(pair).strip("　") for pair in zip(_LINES[::2], _LINES[1::2], strict=True)]


_OF_PETS = [text.replace("犬", pet) for pet in "犬猫鸟" for text in _TEXTS * 2]


def _of(pet: str) -> str:
    """Return a page of text about one kind of animal, twice the same."""
    lines = [line.replace("犬", pet) for line in _LINES]
    return _page(lines=lines) + _page(top=500, lines=lines)


def _seen(tmp_path: Path, made: bytes) -> Outline:
    path = tmp_path / "a.pdf"
    path.write_bytes(made)
    (document,) = read(path)
    return document.outline


def _texts(outline: Outline) -> list[str]:
    return [part.text for part in outline.parts]


def _page(left: float = 72, top: float = 700, lines: list[str] = _LINES, size: float = 14) -> str:
    return "".join(ink(left, top - 24 * at, size, line) for at, line in enumerate(lines))


def test_the_text_of_a_form_is_the_text_of_the_page(tmp_path: Path) -> None:
    """What a page shows by way of a form stands among its lines, and no page of such is called an image."""
    assert _texts(_seen(tmp_path, pdf_of(["/X Do\n"], form=_page()))) == _TEXTS


def test_a_filled_field_stands_in_its_line(tmp_path: Path) -> None:
    """The value of a field, and no hidden one, is text in the line beside which its box lies."""
    shown = "<</Subtype/Widget/FT/Tx/V(Dog 17)/Rect[170 495 300 515]>>"
    hidden = "<</Subtype/Widget/FT/Tx/V(Cat 18)/Rect[170 475 300 495]/F 2>>"
    made = pdf_of([_page() + ink(100, 500, 14, "犬牌：")], page=f"/Annots[{shown}{hidden}]")
    text = "".join(_texts(_seen(tmp_path, made)))
    assert "犬牌： Dog 17" in text
    assert "Cat" not in text


def test_doubled_glyphs_are_one(tmp_path: Path) -> None:
    """A line printed twice, a hair apart, is bold and stands once."""
    assert _texts(_seen(tmp_path, pdf_of([_page() + _page(left=72.4)]))) == _TEXTS


@pytest.mark.parametrize(
    "mark",
    [
        ink(100, 300, 40, "内部资料", way=".7 .7 -.7 .7", grey=0.8),
        ink(100, 640, 30, "内部资料", grey=0.85) + ink(100, 590, 30, "内部资料", grey=0.85),
    ],
)
def test_a_watermark_is_left_out_and_listed(tmp_path: Path, mark: str) -> None:
    """Slanted words, and pale ones that come again, are no lines of the text."""
    outline = _seen(tmp_path, pdf_of([mark + _page()]))
    assert _texts(outline) == _TEXTS
    assert "内部资料" in outline.furniture


@pytest.mark.parametrize("way", ["0 1 -1 0", "0 -1 1 0", "-1 0 0 -1"])
def test_a_turned_page_is_read_along_its_lines(tmp_path: Path, way: str) -> None:
    """A page whose lines run up, down or upside down reads as one that stands upright."""
    a, b, c, d = map(float, way.split())
    placed = [(72 * a + (700 - 24 * at) * c, 72 * b + (700 - 24 * at) * d) for at in range(len(_LINES))]
    made = "".join(ink(*place, 14, line, way=way) for place, line in zip(placed, _LINES, strict=True))
    assert _texts(_seen(tmp_path, pdf_of([made]))) == _TEXTS


def test_vertical_text_is_read_down_its_columns(tmp_path: Path) -> None:
    """Characters set one below the other, columns from right to left, are read down each column."""
    made = "".join(
        ink(500 - 24 * column, 760 - 14 * at, 14, character)
        for column, line in enumerate(_LINES)
        for at, character in enumerate(line)
        if character != "　"
    )
    assert _texts(_seen(tmp_path, pdf_of([made]))) == _TEXTS


@pytest.mark.parametrize("columns", [2, 3])
def test_columns_are_read_one_after_the_other(tmp_path: Path, columns: int) -> None:
    """Lines side by side are columns where they are running text, and a head runs across them."""
    head = ink(200, 760, 14, "养犬管理办法实施细则")
    made = "".join(_page(left=40 + 180 * at, lines=_LINES, size=6) for at in range(columns))
    assert _texts(_seen(tmp_path, pdf_of([head + made]))) == ["养犬管理办法实施细则", *_TEXTS * columns]


def test_a_font_without_characters_is_refused_in_words(tmp_path: Path) -> None:
    """Glyphs that stand for nobody knows which characters are no text."""
    with pytest.raises(ReadingError, match="fonts do not say which characters"):
        _seen(tmp_path, pdf_of([_page()], mapped=False))


def test_pages_of_images_among_others_are_told(tmp_path: Path) -> None:
    """A page that is a picture is named by its number; a blank one is not."""
    picture = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f\nEI Q\n"
    outline = _seen(tmp_path, pdf_of([_page(), picture, "", picture]))
    assert outline.remarks == ("pages 2, 4 of 4: no text in it, only images (OCR is needed)",)


def test_a_block_set_in_is_whole(tmp_path: Path) -> None:
    """The lines of a quotation that is set in on both sides are one paragraph."""
    quoted = [
        "《动物防疫法》规定，饲养犬只的单位和个人应当按",
        "照规定定期为犬只接种狂犬病疫苗，并凭免疫证明向",
        "所在地登记机关申请登记。",
    ]
    block = "".join(ink(100, 556 - 24 * at, 14, line) for at, line in enumerate(quoted))
    assert _texts(_seen(tmp_path, pdf_of([_page() + block])))[-1] == "".join(quoted)


def test_a_footnote_cuts_no_paragraph(tmp_path: Path) -> None:
    """A note at a page's end stands behind the paragraph that goes on on the next page."""
    first = _page(lines=_LINES[:5]) + ink(72, 500, 9, "① 犬只包括幼犬。")
    second = _page(lines=[_LINES[5], *(line.replace("犬", "猫") for line in _LINES)])
    assert _texts(_seen(tmp_path, pdf_of([first, second]))) == [*_TEXTS, "① 犬只包括幼犬。", *_OF_PETS[6:9]]


def test_a_foot_left_of_the_text_breaks_no_paragraph(tmp_path: Path) -> None:
    """Where a page's text begins is told by its lines, not by its head or foot."""
    pages = [
        _of(pet) + ink(30, 40, 9, f"某市养犬管理文件选编　{at}") for at, pet in enumerate("犬猫鸟", start=1)
    ]
    assert _texts(_seen(tmp_path, pdf_of(pages))) == _OF_PETS


@pytest.mark.parametrize(
    "numbers",
    [["第一页", "第二页", "第三页"], ["I", "II", "III"], ["–– - 1 - ––", "–– - 2 - ––", "–– - 3 - ––"]],
)
def test_page_numbers_of_other_families_are_no_text(tmp_path: Path, numbers: list[str]) -> None:
    """Numbers in characters, Roman ones and nested dashes count pages too."""
    pages = [_of(pet) + ink(280, 40, 9, number) for pet, number in zip("犬猫鸟", numbers, strict=True)]
    outline = _seen(tmp_path, pdf_of(pages))
    assert _texts(outline) == _OF_PETS
    assert outline.furniture == tuple(numbers)
