"""The XML inside a .docx, opened so that no bomb goes off: bounded size, no entities, nothing fetched."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from corpus.errors import ReadingError

if TYPE_CHECKING:
    from lxml.etree import _Element

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip
"""The namespaces of a file that is saved as "Strict Open XML", and those that every other one has for the same."""
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LARGEST_PART = 60_000_000
"""Bytes of one unpacked part; the text of the longest policy document takes a hundredth of it."""
_STEP = "open it in a word processor and save it again"


class Archive:
    """The parts of a .docx file by name."""

    def __init__(self, raw: bytes, which: str) -> None:
        self._which = which
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except zipfile.BadZipFile as error:
            raise self._error("no .docx file (not a zip archive)") from error

    def part(self, name: str) -> _Element | None:
        """Return a part as a tree, None where the archive has none of that name; raises ReadingError."""
        if name not in self._zip.namelist():
            return None
        return self._parsed(self._unpacked(name))

    def main(self) -> str:
        """Return the name of the part that holds the text: mostly word/document.xml, else as the package says."""
        named = self.related("", "officeDocument")
        return next((name for name in named.values() if name in self._zip.namelist()), "word/document.xml")

    def related(self, name: str, kind: str) -> dict[str, str]:
        """Return the names of the parts of a kind (styles, aFChunk) that a part points to, by its ids for them."""
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = () if root is None else root.iter(_RELATION)
        return {
            node.get("Id", ""): posixpath.normpath(
                posixpath.join("/", folder, node.get("Target", ""))
            ).lstrip("/")
            for node in found
            if node.get("Type", "").endswith(f"/{kind}") and node.get("TargetMode") != "External"
        }

    def raw(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where the archive has none of that name; raises ReadingError."""
        return self._unpacked(name) if name in self._zip.namelist() else None

    def beside(self, name: str, kind: str) -> _Element | None:
        """Return the part of a kind that a part points to, or the one of that name beside it; None for none."""
        named = next(iter(self.related(name, kind).values()), "")
        return self.part(named or posixpath.join(posixpath.dirname(name), f"{kind}.xml"))

    def _unpacked(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as packed:
                raw = packed.read(LARGEST_PART + 1)
        except (
            zipfile.BadZipFile,
            RuntimeError,
            EOFError,
            OSError,
            NotImplementedError,
            ValueError,
        ) as error:
            raise self._error(f"damaged or locked archive ({error})") from error
        if len(raw) > LARGEST_PART:
            raise self._error(f"unpacks to more than {LARGEST_PART // 1_000_000} MB (a zip bomb?)")
        return raw

    def _parsed(self, raw: bytes) -> _Element:
        from lxml import etree

        if b"<!DOCTYPE" in raw[:4096] or b"<!ENTITY" in raw:
            raise self._error("XML entities, which no word processor writes")
        for strict, usual in _STRICT:
            raw = raw.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(raw, parser)
        except etree.XMLSyntaxError as error:
            raise self._error("damaged XML, or nested too deep") from error

    def _error(self, what: str) -> ReadingError:
        return ReadingError(" ".join(what.split()), which=self._which, next_step=_STEP)
