"""Codes of passages in what somebody typed: alone, in brackets, or in pasted citations."""

from __future__ import annotations

import re

_CODE = re.compile(r"[0-9a-z]{4}-?[0-9a-z]{4}", re.IGNORECASE)
# what stands for the hyphen, perhaps with blanks or the end of a line beside it
_JOINT = "\\s*[-~_\u00ad\u2010-\u2015\u2212\u301c\u30fc\ufe63]\\s*"
_HALF = "[0-9a-z]{4}"
# a code in brackets of any kind, or alone with its hyphen; whether it is one the store knows
_SOMEWHERE = re.compile(
    rf"[\u3014\[【({{]\s*({_HALF})(?:{_JOINT}|\s*)({_HALF})\s*[\u3015\]】)}}]"
    rf"|(?<![0-9a-z-])({_HALF}){_JOINT}({_HALF})(?![0-9a-z-])",
    re.IGNORECASE,
)
# as any word of eight letters and digits stands: looked up last
_BARE = re.compile(rf"(?<![0-9a-z-]){_HALF}{_HALF}(?![0-9a-z-])", re.IGNORECASE)
# as a citation writes it: nothing else is left out of a query
_CITED = re.compile(rf"\u3014\s*{_HALF}(?:{_JOINT}|\s*){_HALF}\s*\u3015", re.IGNORECASE)
_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)  # Unicode's Cf in Chinese texts
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}  # full width, one character for one
MOST_CODES = 20  # of one text that are looked up
_BRACKETS = "\u3014\u3015[]【】（）() "  # the first two are those of a citation


def bare_code(text: str) -> str:
    """Return a code without the brackets of a citation; the store knows it in any case, hyphen or not."""
    return text.strip(_BRACKETS)


def is_code(text: str) -> bool:
    """Whether a text has the form of a code."""
    return _CODE.fullmatch(text) is not None


def codes_in(text: str) -> tuple[str, ...]:
    """Return what may be codes in a text, in order, each once: those of pasted citations, with or without words.

    They stand in brackets of any kind or width, or alone with their hyphen, perhaps broken at the end of a line;
    behind these come words of eight letters and digits. A year (2018-2019) may be one too; only the store knows
    which were given.
    """
    said = _narrow(text)
    sure = ("-".join(filter(None, one.groups())) for one in _SOMEWHERE.finditer(said))
    alone = (bare_code(said),) if is_code(bare_code(said)) else ()
    return tuple(dict.fromkeys((*alone, *sure, *_BARE.findall(said))))[:MOST_CODES]


def without_codes(text: str) -> str:
    """Return a query without the codes of pasted citations; as it is where it holds nothing else."""
    said = _narrow(text)
    rest = " ".join(part for part in _CITED.split(said) if part.strip())
    return rest.strip() if rest.strip() and _CITED.search(said) else text


def holds_code(text: str) -> bool:
    """Whether a text is a code or holds a pasted citation."""
    return is_code(bare_code(text)) or is_citing(text)


def is_citing(text: str) -> bool:
    """Whether a code stands in a text as a citation writes it."""
    return _CITED.search(_narrow(text)) is not None


def _narrow(text: str) -> str:
    """Return a text in narrow signs, without those that nobody sees and that a copy brings along."""
    return _INVISIBLE.sub("", text.translate(_NARROW))
