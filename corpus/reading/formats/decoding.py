"""From bytes to text: byte order marks, UTF-8, UTF-16 and GB18030; what is no text is refused."""

from __future__ import annotations

import codecs
import re

from corpus.errors import ReadingError
from corpus.text.han import HAN

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_SIGNS = "\u2190-\u2bff\U0001f000-\U0001faff"
_ZERO_WIDTH = re.compile(
    "[\u200b\u200c\u2060\ufeff\u00ad\u200e\u200f]"
    f"|(?<![{_SIGNS}\ufe0f])\u200d|\u200d(?![{_SIGNS}])"  # between two signs it makes one of them: 👨‍👩‍👧
)
BROKEN = "\ufffd"
"""What stands for bytes that are no character."""
_MOST_BROKEN = 5
"""Broken characters of a text that is read all the same, and told; with more of them it is in another encoding."""
_HAN = re.compile(f"[{HAN}]")
_LEAST_HAN = 20
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.002


def decode(raw: bytes, which: str) -> str:
    """Return the text in the bytes of the file named `which`, without its byte order mark.

    Raises ReadingError for bytes that are no text in any known encoding, or too full of control characters.
    """
    if raw.startswith(_OLD_OFFICE):
        raise ReadingError(
            "an old Office file (.doc, .xls)", which=which, next_step="save it as .docx in a word processor"
        )
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _checked(_strictly(raw[len(mark) :], encoding), which)
    guessed = ("utf-16-le", "utf-16-be") if b"\x00" in raw[:4096] else ("utf-8", "gb18030")
    for encoding in guessed:
        text = _strictly(raw, encoding)
        if text is not None and (encoding == "utf-8" or _plausible(text)):
            return _checked(text, which)
    for encoding in ("utf-8", "gb18030"):
        text = raw.decode(encoding, "replace")
        if text.count(BROKEN) <= _MOST_BROKEN and len(_HAN.findall(text)) >= _LEAST_HAN and _plausible(text):
            return _checked(text, which)
    raise _no_text(which)


def broken(raw: bytes) -> str | None:
    """Say where the first bytes stand that are no character of the text's encoding; None where there are none."""
    encoding = "utf-8" if raw.decode("utf-8", "replace").count(BROKEN) <= _MOST_BROKEN else "gb18030"
    try:
        raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        count = raw.decode(encoding, "replace").count(BROKEN)
        where = f"line {line}, byte {error.start + 1}"
        return f"{where}: no {encoding.upper()} character, read as {BROKEN} ({count} in all)"
    return None


def printed(text: str) -> str:
    """Return a text without characters that leave no mark on paper; the joiners inside one sign stay."""
    return _ZERO_WIDTH.sub("", text)


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _plausible(text: str) -> bool:
    """Return whether decoded text is made of characters that documents use, not of stray rare ones.

    Of the Chinese ones only those of the first standard count: a wrong decoding is full of the rare rest.
    """
    sample = text[:20_000]
    common = sum(
        character.isascii() or "\u2000" <= character <= "\u30ff" or "\u4e00" <= character <= "\u9fa5"
        or "\uff00" <= character <= "\uffef" or "\u2460" <= character <= "\u24ff" or character in f"·×÷±§°{BROKEN}"
        for character in sample
    )  # fmt: skip
    return common >= 0.97 * len(sample)


def _checked(text: str | None, which: str) -> str:
    if text is None or len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise _no_text(which)
    return text


def _no_text(which: str) -> ReadingError:
    return ReadingError(
        "not a text in UTF-8, UTF-16 or GB18030 (binary data?)",
        which=which,
        next_step="save it as UTF-8 text, or give it the ending of its real format",
    )
