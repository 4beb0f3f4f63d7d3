"""The table of formats: which one takes which file, by its ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.reading.formats import docx, html, json_lines, mail, markdown, pdf, plain

if TYPE_CHECKING:
    from corpus.reading.formats.format import Format

FORMATS = (plain.FORMAT, markdown.FORMAT, html.FORMAT, docx.FORMAT, pdf.FORMAT, mail.FORMAT,
           json_lines.FORMAT)  # fmt: skip
ENDINGS = {ending: one for one in FORMATS for ending in one.endings}
"""The format of each ending; files of these endings are looked for in folders."""
FOREIGN = (".doc", ".wps", ".rtf", ".odt", ".ofd", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".epub", ".caj",
           ".csv", ".tsv", ".json", ".xml", ".zip")  # fmt: skip
"""Endings of documents that nothing here reads; in a folder they are told, and not passed over."""


def of(ending: str) -> Format:
    """Return the format of an ending in any case; plain text for an unknown one, as of a file named outright."""
    return ENDINGS.get(ending.lower(), plain.FORMAT)
