"""Files that a Word file holds as a part of its text (w:altChunk): pages, saved pages and text are read there."""

from __future__ import annotations

import email
import email.policy
import posixpath
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading.formats import html
from corpus.reading.formats.decoding import decode, printed
from corpus.reading.pieces import Piece

if TYPE_CHECKING:
    from corpus.reading.formats.format import Format

_PAGES = (".html", ".htm", ".xhtml", ".xht")
_SAVED = (".mht", ".mhtml")


def pieces(raw: bytes, name: str, which: str) -> tuple[list[Piece], tuple[str, ...]]:
    """Return the blocks of a chunk and what stood round them; raises ReadingError for a kind that is not read."""
    page = _page(raw, name)
    if page is not None:
        return html.pieces(page, which)
    if name.lower().endswith(".txt"):
        return [
            Piece(line) for text in decode(raw, which).splitlines() if (line := printed(text).strip())
        ], ()
    raise ReadingError(
        f"holds a part of its text as another file ({posixpath.basename(name)[:40]!r})",
        which=which,
        next_step="open it in a word processor and save it again",
    )


def bare_text(raw: bytes, name: str, which: str) -> str:
    """Return all text of a chunk, for the proof."""
    page, form = _page(raw, name), html.FORMAT
    return _bare(form, page, which) if page is not None else printed(decode(raw, which))


def _bare(form: Format, page: bytes, which: str) -> str:
    return form.bare_text(page, which)


def _page(raw: bytes, name: str) -> bytes | None:
    """Return the web page that a chunk is, or that saved mail holds, in UTF-8; None where it is none."""
    ending = posixpath.splitext(name)[1].lower()
    if ending in _PAGES:
        return raw
    if ending not in _SAVED:
        return None
    for part in email.message_from_bytes(raw, policy=email.policy.default).walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            if not isinstance(body, bytes):
                continue
            charset = (part.get_content_charset() or "utf-8").encode("ascii", "ignore")
            return b'<meta charset="' + charset + b'">' + body
    return None
