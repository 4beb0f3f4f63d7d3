"""Makes the files that the reader's tests read: wrapped text, DOCX and PDF, each from a list of paragraphs."""

from __future__ import annotations

import io
import zipfile

from corpus.reading.layout.columns import CLOSERS, width

_FONT = (
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/U/DW 1000/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>"
    "/FontDescriptor<</Type/FontDescriptor/FontName/U/Flags 4/Ascent 880/Descent -120/FontBBox[0 -120 1000 880]>>>>"
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def wrap(text: str, columns: int, *, first: int = 0) -> list[str]:
    """Break a text into lines of so many columns, `first` fewer on the first; a closing mark may hang over."""
    lines, line, room = [], "", columns - first
    for character in text:
        if width(line + character) > room and not (character in CLOSERS and width(line) <= room):
            lines.append(line)
            line, room = "", columns
        line += character
    return [*lines, line] if line else lines


def page(paragraphs: list[str], columns: int, *, indent: str = "", lost: int = 0, blank: str = "\n") -> str:
    """Set paragraphs as a wrapped text, `blank` after every line, first lines indented or `lost` columns short."""
    lines = []
    for text in paragraphs:
        wrapped = wrap(text, columns, first=4 if indent else lost)
        lines += [indent + wrapped[0], *wrapped[1:]]
    return "".join(f"{line}\n{blank}" for line in lines)


def docx(*paragraphs: str, styles: str = "", numbering: str = "") -> bytes:
    """Pack paragraphs, each the inner XML of a w:p, into a .docx file."""
    body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
    parts = {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'}
    if styles:
        parts["word/styles.xml"] = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    if numbering:
        parts["word/numbering.xml"] = f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
    return packed(parts)


def packed(parts: dict[str, str]) -> bytes:
    """Zip named parts."""
    store = io.BytesIO()
    with zipfile.ZipFile(store, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return store.getvalue()


def said(text: str, *, style: str = "", bold: bool = False, more: str = "") -> str:
    """Return the inner XML of a paragraph: its style, other properties and one run of text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:pPr>{named}{more}</w:pPr><w:r>{weight}<w:t>{text}</w:t></w:r>"


def pdf(pages: list[list[tuple[float, float, float, str]]]) -> bytes:
    """Set lines (left, bottom, size in points, text) on pages, in a font that maps codes to themselves."""
    return pdf_of(["".join(ink(*line) for line in lines) for lines in pages])


def ink(left: float, bottom: float, size: float, text: str, way: str = "1 0 0 1", grey: float = 0) -> str:
    """Return the instructions that print a line; `way` is how its matrix turns it, `grey` 1 for white."""
    code = text.encode("utf-16-be").hex()
    return f"BT {grey} g /F {size} Tf {way} {left} {bottom} Tm <{code}> Tj ET\n"


def pdf_of(contents: list[str], *, form: str = "", page: str = "", mapped: bool = True) -> bytes:
    """Make a PDF of pages with these instructions; `form` is what /X Do prints, `page` more of a page's entries.

    Without `mapped` its font does not tell the characters of its glyphs.
    """
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def "
        "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange "
        "endcmap end end"
    )
    fonts = "/Font<</F 3 0 R>>"
    told = "/ToUnicode 5 0 R" if mapped else ""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{' '.join(f'{7 + 2 * n} 0 R' for n in range(len(contents)))}]/Count {len(contents)}>>",
        f"<</Type/Font/Subtype/Type0/BaseFont/U/Encoding/Identity-H/DescendantFonts[4 0 R]{told}>>",
        _FONT,
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
        f"<</Subtype/Form/BBox[0 0 595 842]/Resources<<{fonts}>>/Length {len(form)}>>\nstream\n{form}endstream",
    ]
    for number, said in enumerate(contents):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<{fonts}/XObject<</X 6 0 R>>>>"
            f"/Contents {8 + 2 * number} 0 R{page}>>"
        )
        objects.append(f"<</Length {len(said)}>>stream\n{said}endstream")
    body = "%PDF-1.4\n" + "".join(f"{n} 0 obj\n{said}\nendobj\n" for n, said in enumerate(objects, start=1))
    return (body + "trailer<</Root 1 0 R>>\n%%EOF").encode("latin-1")
