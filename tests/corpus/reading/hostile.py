"""Small files that once took minutes or gigabytes to read, by the kind of harm that they do."""

from __future__ import annotations

import json
import zlib
from random import Random
from typing import TYPE_CHECKING

from tests.corpus.reading.makers import docx, said

if TYPE_CHECKING:
    from collections.abc import Callable

_CMAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange {} endbfrange endcmap end end"
)
_SENTENCE = "第{}批数字工匠培育试点已经启动。"


def _stream(ink: bytes, told: str = "/Filter/FlateDecode") -> bytes:
    """Write a compressed stream."""
    packed = zlib.compress(ink, 9)
    return f"<</Length {len(packed)}{told}>>stream\n".encode() + packed + b"\nendstream"


def _pdf(ink: bytes, *, widths: str = "", mapped: str = "<0000> <FFFF> <0000>", told: str = "", more: str = "",
         objects: tuple[bytes, ...] = ()) -> bytes:  # fmt: skip
    """Write a PDF of one page: its ink, its font's widths and map, what is told of the stream, further objects."""
    font = (
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/U/DW 1000/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>"
        f"{widths}/FontDescriptor<</Type/FontDescriptor/FontName/U/Flags 4/Ascent 880/Descent -120"
        "/FontBBox[0 -120 1000 880]>>>>"
    )
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[6 0 R]/Count 1>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/U/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        font.encode(),
        _stream(_CMAP.format(mapped).encode()),
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>{more}>>"
        "/Contents 7 0 R>>".encode(),
        _stream(ink, "/Filter/FlateDecode" + told),
        *objects,
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(parts, start=1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


def _shown(text: str, *, left: float = 72, bottom: float = 700) -> bytes:
    return f"BT /F 12 Tf {left:.1f} {bottom:.1f} Td <{text.encode('utf-16-be').hex()}> Tj ET\n".encode()


def widths() -> bytes:
    """A font whose widths are given for two thousand million characters."""
    return _pdf(_shown("数字经济。"), widths="/W[0 2000000000 500]")


def mapped() -> bytes:
    """A font whose map to Unicode has a range of as many."""
    return _pdf(_shown("数字经济。"), mapped="<00000000> <77777777> <0000>")


def columns() -> bytes:
    """A stream whose predictor has rows of two thousand million bytes."""
    return _pdf(_shown("数字经济。"), told="/DecodeParms<</Predictor 12/Columns 2000000000>>")


def forms() -> bytes:
    """Forms that show the next one ten times each, nine deep."""
    inner = [
        _stream(
            b"/X Do " * 10 if deep < 8 else _shown("数字"),
            "/Filter/FlateDecode/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>"
            f"/XObject<</X {9 + deep} 0 R>>>>",
        )
        for deep in range(9)
    ]
    return _pdf(b"/X Do " * 10, more="/XObject<</X 8 0 R>>", objects=tuple(inner))


def layers() -> bytes:
    """A page whose ink is compressed twice: fifteen kilobytes for twelve hundred million blanks."""
    packer = zlib.compressobj(1)
    once = b"".join(packer.compress(bytes(10_000_000)) for _ in range(120)) + packer.flush()
    packed = zlib.compress(once, 9)
    page = _pdf(_shown("数字经济。"))
    whole = page.index(b"7 0 obj"), page.index(b"trailer")
    told = f"7 0 obj\n<</Length {len(packed)}/Filter[/FlateDecode/FlateDecode]>>stream\n".encode()
    return page[: whole[0]] + told + packed + b"\nendstream\nendobj\n" + page[whole[1] :]


def runs_of(length: int = 900_000) -> bytes:
    """A page in the run-length form, each two bytes of which are a hundred and twenty-eight."""
    packed = b"\x81 " * (length // 2) + b"\x80"
    page = _pdf(_shown("数字经济。"))
    whole = page.index(b"7 0 obj"), page.index(b"trailer")
    told = f"7 0 obj\n<</Length {len(packed)}/Filter/RunLengthDecode>>stream\n".encode()
    return page[: whole[0]] + told + packed + b"\nendstream\nendobj\n" + page[whole[1] :]


def nested() -> bytes:
    """Arrays in arrays, as deep as a megabyte lets them be."""
    return b"%PDF-1.4\n1 0 obj" + b"[" * 1_000_000 + b"\n%%EOF"


def crowded() -> bytes:
    """A page of 348,000 characters."""
    return _pdf(_shown("数字经济。" * 69_600))


def scattered() -> bytes:
    """A page of 60,000 characters, each by itself somewhere."""
    dice = Random(1)  # noqa: S311 - no secret
    return _pdf(
        b"".join(_shown("数", left=dice.uniform(0, 590), bottom=dice.uniform(0, 840)) for _ in range(60_000))
    )


def ring(count: int = 5_000) -> bytes:
    """Styles of Word, each based on the next, the last on the first."""
    styles = (
        f'<w:style w:styleId="s{n}"><w:name w:val="n{n}"/><w:basedOn w:val="s{(n + 1) % count}"/></w:style>'
        for n in range(count)
    )
    return docx(said("数字工匠培育试点已经启动。", style="s0"), styles="".join(styles))


def breaks(count: int = 500_000) -> bytes:
    """A web page of one character a line."""
    return f"<html><body>{'工<br>' * count}</body></html>".encode()


def laden(count: int = 300_000) -> bytes:
    """A tag of very many attributes."""
    return f"<html><body><p {' '.join(f'a{n}=1' for n in range(count))}>数字工匠。</p></body></html>".encode()


def runs(mark: str, count: int = 1_000_000) -> bytes:
    """A title and a line of one mark alone."""
    return f"数字工匠培育试点\n\n{_SENTENCE.format(1)}\n工{mark * count}工\n".encode()


def sentences(count: int = 230_000) -> bytes:
    """Very many sentences on one line: read, if it is within the limits."""
    return "".join(map(_SENTENCE.format, range(count))).encode()


def line(count: int = 230_000) -> bytes:
    """The same in a line of JSON, written in ASCII."""
    return json.dumps({"id": "a", "title": "试点", "text": sentences(count).decode()}).encode() + b"\n"


def bad_lines(count: int = 200_000) -> bytes:
    """Lines that are no JSON."""
    return b"{broken\n" * count


HOSTILE: dict[str, Callable[[], bytes]] = {
    "widths.pdf": widths,
    "mapped.pdf": mapped,
    "columns.pdf": columns,
    "forms.pdf": forms,
    "layers.pdf": layers,
    "runs.pdf": runs_of,
    "nested.pdf": nested,
    "crowded.pdf": crowded,
    "scattered.pdf": scattered,
    "ring.docx": ring,
    "breaks.html": breaks,
    "laden.html": laden,
    "dots.txt": lambda: runs("."),
    "blanks.txt": lambda: runs("\u3000"),
    "sentences.txt": sentences,
    "line.jsonl": line,
    "bad.jsonl": bad_lines,
}
