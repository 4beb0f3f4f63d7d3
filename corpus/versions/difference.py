"""What changed in wording between two versions of an article; deaf to wrapping, width and quote style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import Indel

from corpus.text.normalize import NormalizedText, normalize, normalize_with_offsets
from corpus.versions.alignment import align_texts
from corpus.vocabulary import DETAILS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.exchange import Exported
    from corpus.vocabulary import Section

ISLAND = 2
"""Characters that two changes must have between them to be told apart: fewer agree by chance."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of an edited text as it stood and as it stands; `same` but for width and quotes, or not."""

    same: bool
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """One passage or heading (`code` is empty then) whose wording changed, with its places, from 1.

    `runs` cover the whole of an edited text, old and new, in order.
    """

    kind: Literal["edited", "added", "removed"]
    code: str = ""
    old: str | None = None
    new: str | None = None
    old_number: int | None = None
    new_number: int | None = None
    headings: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed from one version to another: details as (name, old, new), headings and passages."""

    old: int
    new: int
    details: tuple[tuple[str, str | None, str | None], ...]
    headings: tuple[Change, ...]
    passages: tuple[Change, ...]


def compare(old: Exported, new: Exported) -> Difference:
    """Compare two versions of an article, taken whole."""
    details = tuple(
        (name, was, now)
        for name in DETAILS
        if (was := getattr(old.article, name)) != (now := getattr(new.article, name))
    )
    heads = [[block.text for block in one.blocks if block.kind == "heading"] for one in (old, new)]
    return Difference(
        old.past.version,
        new.past.version,
        details,
        headings(*heads),
        passages(old.sections, new.sections),
    )


def passages(old: Sequence[Section], new: Sequence[Section]) -> tuple[Change, ...]:
    """Compare the sections of two versions by their codes: first what was removed, then the new order."""
    before = {section.code: section for section in old}
    after = {section.code for section in new}
    gone = [
        Change("removed", one.code, old=one.text, old_number=one.number, headings=one.headings)
        for one in old
        if one.code not in after
    ]
    return (*gone, *filter(None, (_passage(before.get(section.code), section) for section in new)))


def _passage(old: Section | None, new: Section) -> Change | None:
    if old is None:
        return Change("added", new.code, new=new.text, new_number=new.number, headings=new.headings)
    if normalize(old.text) == normalize(new.text):
        return None
    return Change(
        "edited", new.code, old.text, new.text, old.number, new.number, new.headings, runs(old.text, new.text)
    )


def headings(old: Sequence[str], new: Sequence[str]) -> tuple[Change, ...]:
    """Compare the headings of two versions: which were removed, edited and added."""
    aligned = align_texts(old, new)
    gone = [Change("removed", old=old[at], old_number=at + 1) for at in aligned.removed]
    found = []
    for to, at in enumerate(aligned.old):
        if at is None:
            found.append(Change("added", new=new[to], new_number=to + 1))
        elif normalize(old[at]) != normalize(new[to]):
            edited = runs(old[at], new[to])
            found.append(Change("edited", "", old[at], new[to], at + 1, to + 1, runs=edited))
    return (*gone, *found)


def runs(old: str, new: str) -> tuple[Run, ...]:
    """Cut two wordings of one passage into what stayed and what changed; joined they give both texts."""
    before, after = normalize_with_offsets(old), normalize_with_offsets(new)
    if not before.text or not after.text:
        return (Run(before.text == after.text, old, new),)
    cuts = list(_cuts(before.text, after.text))
    found = []
    for at, (same, i, j) in enumerate(cuts):
        last = at == len(cuts) - 1
        stop_i, stop_j = (len(before.text), len(after.text)) if last else cuts[at + 1][1:]
        found.append(Run(same, _source(old, before, i, stop_i), _source(new, after, j, stop_j)))
    return tuple(found)


def _cuts(before: str, after: str) -> Iterator[tuple[bool, int, int]]:
    """Yield (same or changed, start in `before`, start in `after`) for each run; the two kinds alternate."""
    same = None
    opcodes = Indel.opcodes(before, after)
    for place, code in enumerate(opcodes):
        inner = 0 < place < len(opcodes) - 1
        equal = code.tag == "equal" and not (inner and code.src_end - code.src_start < ISLAND)
        if equal != same:
            yield equal, code.src_start, code.dest_start
            same = equal


def _source(text: str, folded: NormalizedText, start: int, stop: int) -> str:
    """Return the source of folded characters, with the quotes and spaces that follow them."""
    return text[_offset(text, folded, start) : _offset(text, folded, stop)]


def _offset(text: str, folded: NormalizedText, at: int) -> int:
    if at == 0:
        return 0  # what folds to nothing before the first character belongs to the first run
    return folded.offsets[at] if at < len(folded.offsets) else len(text)
