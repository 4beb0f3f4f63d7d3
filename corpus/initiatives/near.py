"""Names that a reader may have meant: one with a typing slip in it, or one of which a part was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ALIKE = 0.75
"""Share of a name that must be right: one wrong character in four (一代一路), two in eight."""
SHORTEST_SLIP = 4
"""Characters below which one slip makes another name: 河长制 and 林长制 are both real."""
SHARE = 0.4
"""Share of a name that a part of it must make up: 乡村 is half of 乡村振兴."""
SHORTEST_PART = 2


@dataclass(frozen=True, slots=True)
class Near:
    """A name that is near to what was said; `score` is the share of the name that agrees, below 1."""

    name: str
    rule: Literal["slip", "part"]
    score: float


def near(text: str, names: Mapping[str, str]) -> tuple[Near, ...]:
    """Return the names near to a text, best first; `names` maps every way of writing to its name.

    A name that stands in the text as it is written is not near but found, and is left out.
    """
    said = normalize_letters(text)
    best: dict[str, Near] = {}
    for one in (*_slips(said, names), *_parts(said, names)):
        if one.name not in best or one.score > best[one.name].score:
            best[one.name] = one
    return tuple(sorted(best.values(), key=lambda one: (-one.score, one.rule, len(one.name), one.name)))


def _slips(said: str, names: Mapping[str, str]) -> Iterator[Near]:
    """Yield the names of which a stretch of the text differs by a slip."""
    written = {normalize_letters(way): name for way, name in names.items()}
    ways = [way for way in written if len(way) >= SHORTEST_SLIP]
    for way, _, _ in process.extract(said, ways, scorer=fuzz.partial_ratio, score_cutoff=70, limit=None):
        score = Levenshtein.normalized_similarity(way, _stretch(way, said))
        if ALIKE <= score < 1:
            yield Near(written[way], "slip", score)


def _stretch(way: str, said: str) -> str:
    """Return the stretch of the text that is most like a name: all of it, if it is no longer."""
    if len(said) <= len(way) + 1:
        return said
    where = fuzz.partial_ratio_alignment(way, said)
    return said[where.dest_start : where.dest_end] if where else said


def _parts(said: str, names: Mapping[str, str]) -> Iterator[Near]:
    """Yield the names of which the text is a part."""
    if len(said) < SHORTEST_PART:
        return
    for way, name in names.items():
        whole = normalize_letters(way)
        if said in whole and SHARE <= len(said) / len(whole) < 1:
            yield Near(name, "part", len(said) / len(whole))
