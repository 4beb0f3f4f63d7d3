"""Which section of an old version lives on in which section of a new one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.matching.folding import plain
from corpus.versions.resemblance import pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.vocabulary import Section


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each place in the new version the place it had in the old one, None where it is new.

    `removed` are the places in the old version that live on nowhere.
    """

    old: tuple[int | None, ...]
    removed: tuple[int, ...]


def align(old: Sequence[Section], new: Sequence[Section]) -> Alignment:
    """Pair the sections of two versions of one article, deaf to wrapping, width and quote style.

    The same words are the same section, wherever they moved; of words that stand several times, each goes
    with its neighbours. What is left over is paired by likeness, the most alike first.
    """
    return align_texts([one.text for one in old], [one.text for one in new])


def align_texts(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """Pair texts as `align` pairs sections."""
    before, after = [plain(text) for text in old], [plain(text) for text in new]
    found = _same_words(before, after)
    kept = set(found.values())
    left = [place for place in range(len(old)) if place not in kept]
    fresh = [place for place in range(len(new)) if place not in found]
    for at, to in pairs([before[place] for place in left], [after[place] for place in fresh]):
        found[fresh[to]] = left[at]
    kept = set(found.values())
    return Alignment(
        old=tuple(found.get(place) for place in range(len(new))),
        removed=tuple(place for place in range(len(old)) if place not in kept),
    )


def _same_words(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Pair equal texts: what stands once in both first, then neighbours of pairs, then the rest in order."""
    olds, news = _places(before), _places(after)
    found = {
        news[text][0]: places[0]
        for text, places in olds.items()
        if len(places) == len(news.get(text, ())) == 1
    }
    _spread(found, before, after, step=1)
    _spread(found, before, after, step=-1)
    taken = set(found.values())
    for text, places in news.items():
        free = [place for place in olds.get(text, ()) if place not in taken]
        found.update(zip((place for place in places if place not in found), free, strict=False))
    return found


def _spread(found: dict[int, int], before: Sequence[str], after: Sequence[str], *, step: int) -> None:
    """Pair equal texts that follow (step 1) or precede (step -1) a pair on both sides."""
    taken = set(found.values())
    for place in range(len(after))[::step]:
        at = found.get(place - step, -2) + step
        if place not in found and 0 <= at < len(before) and at not in taken and before[at] == after[place]:
            found[place] = at
            taken.add(at)


def _places(texts: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        places[text].append(place)
    return places
