"""Proof that reading lost nothing: every character of the file is in the canonical text or among the furniture."""

from __future__ import annotations

import string
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.reading.formats.decoding import printed

if TYPE_CHECKING:
    from corpus.reading.outside.holding import OutsideCount
    from corpus.vocabulary import Outline


@dataclass(frozen=True, slots=True)
class Proof:
    """Characters other than white space: of the source, kept, left out as furniture; lost and invented ones.

    `lost` stand in the source but nowhere in the outline; `invented` stand in the outline but not in the
    source, or out of its order. Both are empty where the reading is lossless. `reasons` says why characters were
    left out (furniture, hidden, struck …) and how many, as an extraction from outside the reader counted them.
    """

    source: int
    kept: int
    left_out: int
    lost: str
    invented: str
    reasons: tuple[tuple[str, int], ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing was lost and nothing invented."""
        return not (self.lost or self.invented)


def with_outside(proof: Proof, held: OutsideCount | None) -> Proof:
    """Return a proof with what an extraction from outside found lost or invented beside it."""
    if held is None:
        return proof
    lost, invented = proof.lost or held.lost, proof.invented or held.invented
    return replace(proof, lost=lost, invented=invented, reasons=held.left_out)


def prove(source: str, outline: Outline, *, marked_up: bool = False) -> Proof:
    """Hold an outline against the text of its file.

    In a `marked_up` source (Markdown, a web page) the marks of the format, all of them ASCII, stand among the
    text, so these alone may be missing; every other character is kept or listed as left out, or it is lost.
    """
    whole = solid(source)
    kept = solid("".join(part.text for part in outline.parts))
    if marked_up:
        left = Counter(whole) - Counter(kept)
        missing = left - Counter(solid("".join(outline.furniture)))
        gone = "".join(character for character in missing.elements() if character not in string.punctuation)
        return Proof(len(whole), len(kept), left.total(), gone, _out_of_order(kept, whole))
    left_out = Counter(solid("".join(outline.furniture)))
    lost = Counter(whole) - Counter(kept) - left_out
    invented = Counter(kept) + left_out - Counter(whole)
    return Proof(
        source=len(whole),
        kept=len(kept),
        left_out=left_out.total(),
        lost="".join(lost.elements()),
        invented="".join(invented.elements()) or _out_of_order(kept, whole),
    )


def solid(text: str) -> str:
    """Return a text without white space and characters that nobody sees."""
    return "".join(printed(text).split())


def _out_of_order(kept: str, whole: str) -> str:
    """Return what is left of `kept` from the first character that does not follow in `whole`."""
    rest = iter(whole)
    for at, character in enumerate(kept):
        if character not in rest:
            return kept[at : at + 20]
    return ""
