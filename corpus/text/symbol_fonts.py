"""Signs of fonts that have signs instead of letters (Wingdings, Symbol), as the characters that look the same."""

from __future__ import annotations

from functools import cache

from corpus.text.tables import lines

_PRIVATE = 0xF000


@cache
def _signs() -> dict[tuple[str, int], str]:
    rows = (line.split("\t") for line in lines("symbol_fonts.tsv"))
    return {(font.lower(), int(code, 16)): character for font, code, character in rows}


def sign(font: str, code: str) -> str:
    """Return the character that a font shows for a code (F0FE in Wingdings is ☑); an unknown one as its code stands."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    low = number & 0xFF if number & 0xFF00 == _PRIVATE else number
    known = _signs().get((font.lower(), low))
    if known:
        return known
    return chr(number) if 0 < number < 0xD800 or _PRIVATE <= number <= 0xFFFD else ""
