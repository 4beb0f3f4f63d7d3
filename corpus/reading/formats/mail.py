"""Mail and saved web pages (.eml, .mht): the text that a reader is shown, its subject as title; no request is made."""

from __future__ import annotations

import email
import email.policy
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading.formats import html, plain
from corpus.reading.formats.format import Format

if TYPE_CHECKING:
    from email.message import EmailMessage

    from corpus.vocabulary import Outline

_STEP = "open it in a mail program or browser, and save its text"


def _shown(raw: bytes, which: str) -> tuple[Format, bytes]:
    """Return the part that a reader is shown, decoded, and its format; the first page where there are several."""
    try:
        message = email.message_from_bytes(raw.lstrip(), policy=email.policy.default)
        part = message.get_body(("html", "plain")) or _page(message)
        packed = part.get_payload(decode=True) if part is not None else None
    except (LookupError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise ReadingError("damaged mail", which=which, next_step=_STEP) from error
    if part is None or not isinstance(packed, bytes):
        raise ReadingError("mail without a text", which=which, next_step=_STEP)
    said = _decoded(packed, part.get_content_charset())
    return (html.FORMAT if part.get_content_type() == "text/html" else plain.FORMAT), said


def _page(message: EmailMessage) -> EmailMessage | None:
    for part in message.walk():
        if part.get_content_type() in {"text/html", "text/plain"}:
            return part
    return None


def _decoded(packed: bytes, charset: str | None) -> bytes:
    """Return the bytes in UTF-8 where the part names another encoding and is in it."""
    if charset and charset.lower() not in {"utf-8", "us-ascii"}:
        wide = "gb18030" if charset.lower() in {"gb2312", "gbk"} else charset
        try:
            return b"\xef\xbb\xbf" + packed.decode(wide).encode()
        except (UnicodeDecodeError, LookupError):
            return packed
    return packed


def _read(raw: bytes, which: str, title: str | None) -> tuple[dict[str, str], Outline]:
    form, said = _shown(raw, which)
    form.require(which)
    if form.read is None:
        raise ReadingError("mail without a text", which=which, next_step=_STEP)
    return form.read(said, which, title)


def _bare_text(raw: bytes, which: str) -> str:
    form, said = _shown(raw, which)
    return form.bare_text(said, which)


FORMAT = Format("mail", (".eml", ".mht", ".mhtml"), _read, _bare_text, marked_up=True)
