"""What a file really is, told by its first bytes: a false ending changes nothing, and no mark-up is read as prose."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading.formats import docx, html, mail, pdf, plain, table

if TYPE_CHECKING:
    from corpus.reading.formats.format import Format

_HEAD = 4_096
"""Bytes at the top that are looked at."""
_HTML = re.compile(
    r"(?:<\?xml[^>]*+>\s*+)?(?:<!--.{0,500}?-->\s*+)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"<\?xml\s|<!DOCTYPE\s", re.IGNORECASE)
_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]?\S")
_OF_MAIL = re.compile(
    r"^(?:from|to|subject|date|received|mime-version|content-type|return-path|message-id):",
    re.IGNORECASE | re.MULTILINE,
)
_LEAST_FIELDS = 2
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_WORD = "save it as .docx in a word processor"
_PACKED = (
    ("word/", ""), ("OFD.xml", "an OFD document"), ("xl/", "a workbook (.xlsx)"), ("ppt/", "slides (.pptx)"),
    ("content.xml", "an OpenDocument file (.odt)"), ("META-INF/container.xml", "an e-book (.epub)"),
)  # fmt: skip
"""The part that tells what a zip archive is, and its name; "" for what is read here."""
_STEPS = {
    ".doc": _WORD, ".wps": _WORD, ".rtf": _WORD, ".odt": _WORD, ".xls": "save its text as .docx or .txt",
    ".csv": "give one document a line as .jsonl, or save its text as .txt",
    ".tsv": "give one document a line as .jsonl, or save its text as .txt",
    ".json": "give one document a line as .jsonl", ".xml": "open it in its program and save its text as .txt",
    ".ofd": "open it in its reader and print it to PDF", ".caj": "open it in its reader and print it to PDF",
    ".zip": "unpack it, and import the folder",
}  # fmt: skip


def real(raw: bytes, named: Format, ending: str, which: str) -> Format:
    """Return the format that the bytes are of; `named` is the one that the ending names.

    Raises ReadingError, with the next step, for a kind of file that nothing here reads.
    """
    if raw[:1024].find(b"%PDF-") >= 0 and named is not pdf.FORMAT and raw.lstrip()[:5] == b"%PDF-":
        return pdf.FORMAT
    if raw.startswith(b"PK\x03\x04"):
        return _packed(raw, named, which)
    if raw.startswith(_OLD_OFFICE):
        raise _refused("an old Office file (.doc, .xls)", which, _WORD)
    found = None if named is pdf.FORMAT else _written(_top(raw), raw, named, which)
    if found is None and ending.lower() in table.FOREIGN and named is plain.FORMAT:
        raise _refused(
            f"a {ending} file",
            which,
            _STEPS.get(ending.lower(), "save its text as .docx, .pdf or .txt"),
        )
    return found or named


def _top(raw: bytes) -> str:
    """Return the first characters as far as they are ASCII, whatever the encoding."""
    return raw[:_HEAD].replace(b"\x00", b"").decode("ascii", "replace").lstrip("\ufffd \t\r\n")


def _written(top: str, raw: bytes, named: Format, which: str) -> Format | None:
    """Return the format of a file that is made of text, None where nothing shows that it is another."""
    if top.startswith("{\\rtf"):
        raise _refused("an RTF file", which, _WORD)
    if _HTML.match(top):
        return html.FORMAT
    head = re.split(r"\r?\n\r?\n", top, maxsplit=1)[0]
    if (
        len(_OF_MAIL.findall(head)) >= _LEAST_FIELDS
        and len(_FIELD.findall(head)) >= _LEAST_FIELDS
        and _FIELD.match(head)
    ):
        return mail.FORMAT
    if named is docx.FORMAT or named is html.FORMAT:
        return None
    if top[:1] in "{[" and _is_json(raw):
        raise _refused("JSON", which, _STEPS[".json"])
    if _XML.match(top):
        raise _refused("XML", which, _STEPS[".xml"])
    return None


def _is_json(raw: bytes) -> bool:
    try:
        return isinstance(json.loads(raw), dict | list)
    except (ValueError, RecursionError):
        return False


def _packed(raw: bytes, named: Format, which: str) -> Format:
    """Return the format of a zip archive, which is Word's or nothing that is read here."""
    try:
        names = zipfile.ZipFile(io.BytesIO(raw)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        names = []
    for opening, called in _PACKED:
        if any(name.startswith(opening) for name in names):
            if not called:
                return docx.FORMAT
            step = _STEPS[".ofd"] if "OFD" in called else "save its text as .docx, .pdf or .txt"
            raise _refused(called, which, step)
    if named is docx.FORMAT:
        return named  # its reader says what is wrong with it
    raise _refused("a zip archive", which, _STEPS[".zip"])


def _refused(what: str, which: str, step: str) -> ReadingError:
    return ReadingError(f"{what}, which is not read", which=which, next_step=step)
