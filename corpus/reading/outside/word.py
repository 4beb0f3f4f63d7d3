"""All text runs of a Word file: its body, notes, text boxes and formulas, read with the standard library alone."""

from __future__ import annotations

import email
import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from corpus.reading.outside import web
from corpus.reading.outside.texts import Texts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PARTS = re.compile(r"word/(?:document\d*|footnotes|endnotes)\.xml")
_HEADS = re.compile(r"word/(?:header|footer)\d*\.xml")
_GONE = {"del": "deleted", "moveFrom": "moved away", "Fallback": "second copy", "rt": "reading",
         "delText": "deleted", "instrText": "field code"}  # fmt: skip
_SIGNS = frozenset("sym f rad sSup sSub d checkBox checkbox nary".split())
"""Elements that are drawn as a sign, or as several words with signs between them."""
_OFF = {"0", "false", "off"}


def texts(raw: bytes) -> Texts:
    """Return the texts of a .docx file."""
    found = Texts()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for name in archive.namelist():
            if _PARTS.fullmatch(name):
                _gather(_parsed(archive.read(name)), found, "")
            elif _HEADS.fullmatch(name):
                _gather(_parsed(archive.read(name)), found, "head or foot of pages")
            elif name.startswith("word/") and name.endswith((".html", ".htm", ".xhtml", ".mht", ".txt")):
                found.shown.extend(_embedded(name, archive.read(name)))
            found.counted = found.counted or name.endswith("numbering.xml")
    return found


def _embedded(name: str, raw: bytes) -> list[str]:
    """Return the text of a file that a document holds and shows in its place."""
    if name.endswith(".mht"):
        message = email.message_from_bytes(raw.lstrip())
        packed = [
            part.get_payload(decode=True) for part in message.walk() if part.get_content_maintype() == "text"
        ]
        pages = [one.decode("utf-8", "replace") for one in packed if isinstance(one, bytes)]
    else:
        pages = [raw.decode("utf-8", "replace")]
    return [said for page in pages for said in ([page] if name.endswith(".txt") else web.texts(page).shown)]


def _parsed(part: bytes) -> Element:
    return ET.fromstring(part)  # noqa: S314 - the reader, which comes first, refuses entities


def _gather(element: Element, found: Texts, reason: str) -> None:
    """Take the text of an element and of all in it; a run may say that it is hidden."""
    waiting = [(element, reason)]
    while waiting:
        here, why = waiting.pop()
        tag = here.tag.rpartition("}")[2]
        why = why or _GONE.get(tag, "") or ("hidden" if tag == "r" and _is_hidden(here) else "")
        found.signs += tag in _SIGNS
        if tag in {"t", "delText"} and here.text:
            found.add(here.text, why)
        waiting += [(child, why) for child in reversed(here)]


def _is_hidden(run: Element) -> bool:
    """Return whether a run of text says that it is not printed."""
    for properties in run:
        if properties.tag.endswith("}rPr"):
            for one in properties:
                name = one.tag.rpartition("}")[2]
                values = {value for key, value in one.attrib.items() if key.endswith("}val")}
                if name in {"vanish", "specVanish"} and not values & _OFF:
                    return True
    return False
