"""Hold a reading against the extraction from outside: what is lost, what was invented, what was left out and why."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
import struct
import unicodedata
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.radicals import unified
from corpus.reading.outside import printed, web, word
from corpus.reading.outside.texts import Texts

if TYPE_CHECKING:
    from corpus.vocabulary import Outline

_MARKS = frozenset("#*_`>|[]()!~-+=:/\\\"'<&;.")
"""Characters that Markdown writes for its parser; none of them is a letter."""
_NUMBERS = frozenset(
    "0123456789一二三四五六七八九十百千零〇甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥壹贰叁肆伍陆柒捌玖拾第条章节编款项部分、（）().．"
    "abcdefghijklmnopqrstuvwxyz"
)
"""What numbers that a program sets by itself are made of."""
_ORDERS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_STUMBLES = (
    ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, EOFError, OSError,
    RecursionError, NotImplementedError, SyntaxError, struct.error, zlib.error, zipfile.BadZipFile,
)  # fmt: skip
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OutsideCount:
    """Characters of the file that are in no part of the reading (`lost`), and the reverse (`invented`).

    `left_out` counts the characters that were left out by reason; furniture is one of them.
    """

    characters: int
    lost: str
    invented: str
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing is lost or invented that no reason names."""
        return not (self.lost or self.invented)


def held(raw: bytes, name: str, outline: Outline) -> OutsideCount | None:
    """Hold an outline against the bytes that it was read from; `name` is that of their format.

    Returns None for a format that has no extraction from outside.
    """
    try:
        found = _texts(raw, name)
    except _STUMBLES:  # what a damaged file does to a second parser is no fault of the reading
        return OutsideCount(0, "", "", (("not counted from outside", 1),))
    if found is None:
        return None
    shown = Counter(_solid("".join(found.shown)))
    hidden = {reason: Counter(_solid("".join(words))) for reason, words in found.hidden.items()}
    kept = Counter(_solid("".join(part.text for part in outline.parts)))
    furniture = Counter(_solid("".join(outline.furniture)))
    marks = _MARKS if name == "Markdown" else frozenset[str]()
    lost = shown - kept - furniture
    extra = kept - shown
    for words in hidden.values():
        extra = extra - words
    if found.counted:
        extra = Counter({one: times for one, times in extra.items() if not _counts(one)})
    drawn = "".join(one for one in extra.elements() if unicodedata.category(one)[0] in "SP")
    extra = extra - Counter(drawn[: found.signs])
    left_out = [("furniture", (furniture & shown).total())] + [
        (why, words.total()) for why, words in hidden.items()
    ]
    return OutsideCount(
        shown.total(),
        "".join(one for one in lost.elements() if one not in marks),
        "".join(extra.elements()),
        tuple((why, count) for why, count in left_out if count),
    )


def _counts(character: str) -> bool:
    """Return whether a character is one that numbers are written with which a program sets by itself."""
    return character.lower() in _NUMBERS or unicodedata.category(character) in {"Nd", "No", "Nl"}


def _texts(raw: bytes, name: str) -> Texts | None:
    if name == "DOCX":
        return word.texts(raw)
    if name == "PDF":
        return printed.texts(raw)
    if name == "HTML":
        return web.texts(_characters(raw))
    if name == "mail":
        return _mailed(raw)
    return Texts([_front(_characters(raw))]) if name in {"plain text", "Markdown"} else None


def _front(text: str) -> str:
    """Return a text without the fields that stand above it between two lines of dashes."""
    return re.sub(r"\A---\n(?:[^\n]*\n)*?---\n", "", text.replace("\r\n", "\n"))


def _characters(raw: bytes) -> str:
    """Decode bytes by their mark, by what they state, or as the first encoding that fits."""
    for mark, encoding in _ORDERS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    stated = _CHARSET.search(raw[:2048])
    names = [stated.group(1).decode("ascii").lower().replace("gb2312", "gb18030")] if stated else []
    for encoding in (*names, *(("utf-16-le",) if b"\x00" in raw[:400] else ()), "utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("utf-8", "replace")


def _mailed(raw: bytes) -> Texts | None:
    message = email.message_from_bytes(raw.lstrip(), policy=email.policy.default)
    for kind in ("text/html", "text/plain"):
        for part in message.walk():
            packed = part.get_payload(decode=True) if part.get_content_type() == kind else None
            if isinstance(packed, bytes):
                text = packed.decode(part.get_content_charset() or "utf-8", "replace")
                return web.texts(text) if kind == "text/html" else Texts([text])
    return None


def _solid(text: str) -> str:
    """Return a text without white space and what leaves no mark, its radicals as characters."""
    return "".join(
        one for one in unified(text) if not one.isspace() and unicodedata.category(one) not in {"Cf", "Cc"}
    )
