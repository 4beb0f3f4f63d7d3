"""Permanent codes: the short name of a section, given once and valid for ever."""

from __future__ import annotations

import hashlib
import re
import unicodedata

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 (https://www.crockford.com/base32.html): no i, l, o, u, which are misread."""

HALF = 4  # characters on either side of the hyphen
SHIFTS = range(35, -1, -5)  # five bits a character, eight characters
_READ_AS = str.maketrans("oil", "011")
_CODE = re.compile(f"[{ALPHABET}]{{{2 * HALF}}}")
_MARKS = re.compile(r"[\W_]+")  # hyphens of any style, blanks, brackets round it


def mint(article: str, text: str, occurrence: int = 1, *, salt: int = 0) -> str:
    """Make the code of the section of `article` that holds `text` for the `occurrence`-th time.

    The same arguments give the same code on every machine. `salt` is raised where another section has the
    code already (40 bits: there is one such pair in a million sections as often as not).
    """
    said = "\0".join((article, _wording(text), str(occurrence), str(salt)))
    digest = hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=5).digest()
    number = int.from_bytes(digest, "big")
    return _written("".join(ALPHABET[number >> shift & 31] for shift in SHIFTS))


def normal(typed: str) -> str | None:
    """Return the code that somebody typed in its normal form; None where it cannot be one.

    Case, hyphens, brackets round it and full width do not matter; o reads as 0, i and l as 1.
    """
    letters = _MARKS.sub("", unicodedata.normalize("NFKC", typed)).lower().translate(_READ_AS)
    return _written(letters) if _CODE.fullmatch(letters) else None


def _written(letters: str) -> str:
    return f"{letters[:HALF]}-{letters[HALF:]}"


def _wording(text: str) -> str:
    """Return the text less width and white space; matching's folding may learn more, but codes may not."""
    return "".join(unicodedata.normalize("NFKC", text).split())
