"""Which section of an old version lives on in which section of a new one; a new code sooner than a wrong one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from corpus.text.normalize import normalize
from corpus.versions.chain import in_order
from corpus.versions.resemblance import Resemblance
from corpus.versions.wording import same_figures, same_heading, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.versions.wording import Wording
    from corpus.vocabulary import Section

MARGIN = 0.06
"""By how much a passage must be more like its other wording than any passage beside that is not named otherwise."""

MOVED = 0.75
"""Likeness from which an edited passage may have changed places with others."""

SAME_NUMBER = 0.03  # what an equal number adds to a likeness: less than any difference in words

Key = TypeVar("Key", str, tuple[str, str], tuple[str, str, str])
Pairs = dict[int, int]  # new place -> old place


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each place in the new version the place it had in the old one, None where it is new.

    `removed` are the places in the old version that live on nowhere.
    """

    old: tuple[int | None, ...]
    removed: tuple[int, ...]


def align(old: Sequence[Section], new: Sequence[Section]) -> Alignment:
    """Pair the sections of two versions of one article; wrapping, width, quote style and numbering make no difference.

    In this order: equal words, wherever they moved, repeated ones by their neighbours; words that differ in figures
    only, where nothing else reads like them; similar passages in the order of the text; very similar ones out of order.
    A passage with another name (杭州市, 宁波市), or as similar to a third one, is a new section.
    """
    before, after = ([_known(one) for one in side] for side in (old, new))
    return _aligned([one.text for one in old], [one.text for one in new], before, after)


def align_texts(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """Pair texts as `align` pairs sections."""
    return _aligned(old, new, [wording(text) for text in old], [wording(text) for text in new])


def _known(section: Section) -> Wording:
    return wording(section.text, section.headings[-1] if section.headings else "")


def _aligned(
    old: Sequence[str], new: Sequence[str], before: Sequence[Wording], after: Sequence[Wording]
) -> Alignment:
    found: Pairs = {}
    _same(found, [normalize(text) for text in old], [normalize(text) for text in new])
    _same(found, [one.words for one in before], [one.words for one in after])
    _but_for_figures(found, before, after)
    _alike(found, before, after)
    kept = set(found.values())
    return Alignment(
        old=tuple(found.get(place) for place in range(len(new))),
        removed=tuple(place for place in range(len(old)) if place not in kept),
    )


def _same(found: Pairs, before: Sequence[str], after: Sequence[str]) -> None:
    """Pair equal texts: what stands once in both first, then neighbours of pairs, then the rest in order."""
    taken = set(found.values())
    olds, news = _places(before), _places(after)
    for text, places in olds.items():
        there = news.get(text, [])
        if len(places) == len(there) == 1 and there[0] not in found and places[0] not in taken:
            found[there[0]] = places[0]
    _spread(found, before, after, step=1)
    _spread(found, before, after, step=-1)
    taken = set(found.values())
    for text, places in news.items():
        free = [place for place in olds.get(text, ()) if place not in taken]
        found.update(zip((place for place in places if place not in found), free, strict=False))


def _spread(found: Pairs, before: Sequence[str], after: Sequence[str], *, step: int) -> None:
    """Pair equal texts that follow (step 1) or precede (step -1) a pair on both sides."""
    taken = set(found.values())
    for place in range(len(after))[::step]:
        at = found.get(place - step, -2) + step
        if place not in found and 0 <= at < len(before) and at not in taken and before[at] == after[place]:
            found[place] = at
            taken.add(at)


def _but_for_figures(found: Pairs, before: Sequence[Wording], after: Sequence[Wording]) -> None:
    """Pair passages that differ in figures only: one on each side, or as many on both with the same item numbers.

    First in the whole text, where the heading is the same; then under each heading by itself.
    """
    _pair_groups(
        found,
        before,
        after,
        _places([(one.masked, one.name) for one in before]),
        _places([(one.masked, one.name) for one in after]),
    )
    _pair_groups(
        found,
        before,
        after,
        _places([(one.masked, one.name, one.heading) for one in before]),
        _places([(one.masked, one.name, one.heading) for one in after]),
    )


def _pair_groups(
    found: Pairs,
    before: Sequence[Wording],
    after: Sequence[Wording],
    olds: Mapping[Key, list[int]],
    news: Mapping[Key, list[int]],
) -> None:
    taken = set(found.values())
    for key, there in news.items():
        here = olds.get(key, [])
        numbers = [before[at].number for at in here]
        counted = all(numbers) and numbers == [after[to].number for to in there]
        if (
            (counted or len(here) == len(there) == 1)
            and taken.isdisjoint(here)
            and found.keys().isdisjoint(there)
        ):
            pairs = list(zip(there, here, strict=True))
            if all(same_heading(before[at], after[to]) for to, at in pairs):
                found.update(pairs)


def _alike(found: Pairs, before: Sequence[Wording], after: Sequence[Wording]) -> None:
    """Pair what is left by similarity: first in the order of both texts, then very similar ones anywhere."""
    taken = set(found.values())
    olds = [at for at in range(len(before)) if at not in taken]
    news = [to for to in range(len(after)) if to not in found]
    if not olds or not news:
        return
    scores = Resemblance(before, after).candidates(olds, news)
    rivals = Rivals(scores, before, after)
    free, fresh = set(olds), set(news)
    weights = {
        pair: score + SAME_NUMBER * (before[pair[0]].number == after[pair[1]].number)
        for pair, score in scores.items()
        if pair[0] in free
        and pair[1] in fresh
        and rivals.clear(pair)
        and _fit(before[pair[0]], after[pair[1]])
    }
    fixed = {(at, to): 1.0 for to, at in found.items()}
    for at, to in in_order(weights | fixed):
        found[to] = at
    _moved(found, {pair: score for pair, score in weights.items() if score >= MOVED})


def _moved(found: Pairs, weights: Mapping[tuple[int, int], float]) -> None:
    """Pair what is strongly alike though out of order, the most alike first."""
    taken = set(found.values())
    for at, to in sorted(weights, key=lambda pair: (-weights[pair], pair)):
        if to not in found and at not in taken:
            found[to] = at
            taken.add(at)


def _fit(old: Wording, new: Wording) -> bool:
    """Whether two passages may be one: with other figures only under the same heading."""
    return old.masked != new.masked or same_heading(old, new)


class Rivals:
    """Tells which pairs are clear: neither passage is about as similar to a third one.

    For each passage the two most similar pairs are kept, and the two most similar with the same figures. That is
    enough: whatever pair is asked about, one of the two is another.
    """

    def __init__(
        self, scores: Mapping[tuple[int, int], float], before: Sequence[Wording], after: Sequence[Wording]
    ) -> None:
        self._scores = scores
        self._agreeing = {pair for pair in scores if same_figures(before[pair[0]], after[pair[1]])}
        self._likest = _likest(scores, scores)
        self._likest_agreeing = _likest(self._agreeing, scores)

    def clear(self, pair: tuple[int, int]) -> bool:
        """Whether no other pair of either passage comes within `MARGIN` of this one's similarity.

        For a pair with the same figures under one number, pairs with other figures do not count.
        """
        likest = self._likest_agreeing if pair in self._agreeing else self._likest
        least = self._scores[pair] - MARGIN
        return not any(
            one != pair and self._scores[one] >= least
            for one in (*likest["old", pair[0]], *likest["new", pair[1]])
        )


def _likest(
    pairs: Iterable[tuple[int, int]], scores: Mapping[tuple[int, int], float]
) -> dict[tuple[str, int], list[tuple[int, int]]]:
    """Return of each passage, by its side and place, the two pairs with the highest likeness."""
    likest: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda one: (-scores[one], one)):
        for passage in (("old", pair[0]), ("new", pair[1])):
            if len(likest[passage]) < 2:
                likest[passage].append(pair)
    return likest


def _places(keys: Sequence[Key]) -> dict[Key, list[int]]:
    places: dict[Key, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        places[key].append(place)
    return places
