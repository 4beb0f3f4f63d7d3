"""What saving a document will change: its sections set against those that the store holds of the article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.matching.folding import plain
from corpus.versions import codes
from corpus.versions.alignment import align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.vocabulary import Article, Section

Fate = Literal["kept", "edited", "added"]


@dataclass(frozen=True, slots=True)
class Held:
    """A section that the store holds; `stands` unless it was removed before the article's last version."""

    id: int
    section: Section
    removed_at: str | None
    stands: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What the store holds of an article, as of its version; version 0 where it holds nothing."""

    version: int = 0
    article: Article | None = None
    removed_at: str | None = None
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A section of the new version: the row it takes over, if any, and how it compares with that."""

    section: Section
    held: Held | None
    fate: Fate


@dataclass(frozen=True, slots=True)
class Plan:
    """Where each new section goes, and which held sections live on nowhere; nothing to do where `same`."""

    known: Known
    placed: tuple[Placed, ...] = ()
    removed: tuple[Held, ...] = ()
    same: bool = False

    def counts(self) -> tuple[int, int, int, int]:
        """Count the sections that were kept, edited, added and removed."""
        fates = Counter(one.fate for one in self.placed)
        return fates["kept"], fates["edited"], fates["added"], len(self.removed)


def plan(known: Known, new: Sequence[Section], given: Sequence[str] = ()) -> Plan:
    """Decide which section of a document is which section that the store holds.

    Codes that came with the document (`given`, one a section, empty where there is none) decide first, also
    one that is new here: its section lives on as no other. Then what stood in the last version, by words and
    by likeness; then what was removed earlier and comes back word for word.
    """
    stated = _stated(given) if len(given) == len(new) else {}
    by_code = {held.section.code: held for held in known.held}
    taken = {at: by_code[code] for at, code in stated.items() if code in by_code}
    free = [at for at in range(len(new)) if at not in stated]
    _by_words(known, new, free, taken)
    _revived(known, new, free, taken)
    used = {held.id for held in taken.values()}
    return Plan(
        known,
        tuple(
            Placed(section, taken.get(at), _fate(section, taken.get(at))) for at, section in enumerate(new)
        ),
        tuple(held for held in known.held if held.stands and held.id not in used and not held.removed_at),
    )


def _stated(given: Sequence[str]) -> dict[int, str]:
    """Return the codes by the place of their section, each for the first that states it."""
    first: dict[str, int] = {}
    for at, code in enumerate(given):
        known = codes.normal(code)
        if known:
            first.setdefault(known, at)
    return {at: code for code, at in first.items()}


def _by_words(known: Known, new: Sequence[Section], places: Sequence[int], taken: dict[int, Held]) -> None:
    """Align the rest with what stood in the last version."""
    used = {held.id for held in taken.values()}
    old = [held for held in known.held if held.stands and held.id not in used]
    free = [at for at in places if at not in taken]
    if not old or not free:
        return
    aligned = align([held.section for held in old], [new[at] for at in free])
    taken.update((at, old[place]) for at, place in zip(free, aligned.old, strict=True) if place is not None)


def _revived(known: Known, new: Sequence[Section], places: Sequence[int], taken: dict[int, Held]) -> None:
    """Give back its code to a passage that was removed earlier and comes back word for word."""
    past = {plain(held.section.text): held for held in known.held if not held.stands}
    used = {held.id for held in taken.values()}
    for at in places if past else ():
        held = past.get(plain(new[at].text))
        if at not in taken and held and held.id not in used:
            taken[at] = held
            used.add(held.id)


def _fate(section: Section, held: Held | None) -> Fate:
    if held is None:
        return "added"
    return "kept" if plain(section.text) == plain(held.section.text) else "edited"
