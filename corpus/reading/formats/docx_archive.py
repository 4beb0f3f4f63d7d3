"""The XML inside a .docx, opened so that no bomb goes off: bounded size, no entities, nothing fetched."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from corpus.errors import ReadingError

if TYPE_CHECKING:
    from lxml.etree import _Element

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
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(raw, parser)
        except etree.XMLSyntaxError as error:
            raise self._error("damaged XML, or nested too deep") from error

    def _error(self, what: str) -> ReadingError:
        return ReadingError(" ".join(what.split()), which=self._which, next_step=_STEP)
