"""Codes of passages in what somebody typed: alone, in brackets, or in pasted citations."""

from __future__ import annotations

import re

_CODE = re.compile(r"[0-9a-z]{4}-?[0-9a-z]{4}", re.IGNORECASE)
_HYPHEN = "[-\u00ad\u2010-\u2015\u2212\ufe63]"
# a code in brackets of any kind, or alone with its hyphen; whether it is one the store knows
_SOMEWHERE = re.compile(
    rf"[\u3014\[【({{]\s*([0-9a-z]{{4}}{_HYPHEN}?[0-9a-z]{{4}})\s*[\u3015\]】)}}]"
    rf"|(?<![0-9a-z-])([0-9a-z]{{4}}{_HYPHEN}[0-9a-z]{{4}})(?![0-9a-z-])",
    re.IGNORECASE,
)
# as a citation writes it: nothing else is left out of a query
_CITED = re.compile(rf"\u3014\s*[0-9a-z]{{4}}{_HYPHEN}?[0-9a-z]{{4}}\s*\u3015", re.IGNORECASE)
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

    They stand in brackets of any kind or width, or alone with their hyphen. A year (2018-2019) may be one too;
    only the store knows which were given.
    """
    narrow = text.translate(_NARROW)
    found = (one[1] or one[2] for one in _SOMEWHERE.finditer(narrow))
    alone = (bare_code(narrow),) if is_code(bare_code(narrow)) else ()
    return tuple(dict.fromkeys((*alone, *found)))[:MOST_CODES]


def without_codes(text: str) -> str:
    """Return a query without the codes of pasted citations; as it is where it holds nothing else."""
    rest = " ".join(part for part in _CITED.split(text.translate(_NARROW)) if part.strip())
    return rest.strip() if rest.strip() and _CITED.search(text.translate(_NARROW)) else text


def holds_code(text: str) -> bool:
    """Whether a text is a code or holds a pasted citation."""
    return is_code(bare_code(text)) or is_citing(text)


def is_citing(text: str) -> bool:
    """Whether a code stands in a text as a citation writes it."""
    return _CITED.search(text.translate(_NARROW)) is not None
