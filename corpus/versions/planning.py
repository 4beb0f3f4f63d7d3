"""Plans a new version: which section of the document is which section that the store holds of the article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.text.normalize import normalize
from corpus.versions import codes
from corpus.versions.alignment import align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.vocabulary import Article, Section

Fate = Literal["kept", "edited", "added"]


@dataclass(frozen=True, slots=True)
class StoredSection:
    """A section as the store holds it, with the id of its row; `removed_at` is an ISO instant.

    `is_current` where the article's last version has it; also where it was removed together with the article.
    """

    id: int
    section: Section
    removed_at: str | None
    is_current: bool


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """What the store holds of an article: its last version (0 for a new article) and all sections it ever had."""

    version: int = 0
    article: Article | None = None
    removed_at: str | None = None
    sections: tuple[StoredSection, ...] = ()

    @property
    def current(self) -> tuple[StoredSection, ...]:
        """The sections of the last version, in order."""
        return tuple(one for one in self.sections if one.is_current)


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """A section of the new version: the stored one that it takes over, if any, and how it compares with that."""

    section: Section
    stored: StoredSection | None
    fate: Fate


@dataclass(frozen=True, slots=True)
class Plan:
    """The sections of the new version in order, and the stored ones that it removes; none where `unchanged`."""

    stored: StoredArticle
    sections: tuple[PlannedSection, ...] = ()
    removed: tuple[StoredSection, ...] = ()
    unchanged: bool = False

    def counts(self) -> tuple[int, int, int, int]:
        """Return how many sections are kept, edited, added and removed."""
        fates = Counter(one.fate for one in self.sections)
        return fates["kept"], fates["edited"], fates["added"], len(self.removed)


def plan(stored: StoredArticle, new: Sequence[Section], given: Sequence[str] = ()) -> Plan:
    """Decide which section of a document is which section that the store holds.

    Codes that came with the document (`given`, one a section, empty where there is none) decide first, also
    one that is new here: its section lives on as no other. Then what the last version has, by words and by
    likeness; then what was removed earlier and comes back word for word.
    """
    stated = _stated(given) if len(given) == len(new) else {}
    by_code = {one.section.code: one for one in stored.sections}
    taken = {at: by_code[code] for at, code in stated.items() if code in by_code}
    free = [at for at in range(len(new)) if at not in stated]
    _align(stored, new, free, taken)
    _revive(stored, new, free, taken)
    used = {one.id for one in taken.values()}
    return Plan(
        stored,
        tuple(
            PlannedSection(section, taken.get(at), _fate(section, taken.get(at)))
            for at, section in enumerate(new)
        ),
        tuple(one for one in stored.current if one.id not in used and not one.removed_at),
    )


def index_changes(planned: Plan, title: str) -> tuple[list[int], list[int]]:
    """Return the ids of stored sections to take out of the index, and the places (from 0) of planned ones to put in.

    A section with the same text, headings and article's title is in neither list.
    """
    before = planned.stored.article
    retitled = before is not None and before.title != title
    stale = [one.id for one in planned.removed]
    fresh = []
    for at, one in enumerate(planned.sections):
        stored = one.stored
        if stored and not stored.removed_at:
            same = (stored.section.text, stored.section.headings) == (one.section.text, one.section.headings)
            if same and not retitled:
                continue
            stale.append(stored.id)
        fresh.append(at)
    return stale, fresh


def _stated(given: Sequence[str]) -> dict[int, str]:
    """Return the codes by the place of their section, each for the first that states it."""
    first: dict[str, int] = {}
    for at, typed in enumerate(given):
        code = codes.normal(typed)
        if code:
            first.setdefault(code, at)
    return {at: code for code, at in first.items()}


def _align(
    stored: StoredArticle, new: Sequence[Section], places: Sequence[int], taken: dict[int, StoredSection]
) -> None:
    """Align the sections at these places with those of the last version that are not taken."""
    used = {one.id for one in taken.values()}
    old = [one for one in stored.current if one.id not in used]
    free = [at for at in places if at not in taken]
    if not old or not free:
        return
    aligned = align([one.section for one in old], [new[at] for at in free])
    taken.update((at, old[place]) for at, place in zip(free, aligned.old, strict=True) if place is not None)


def _revive(
    stored: StoredArticle, new: Sequence[Section], places: Sequence[int], taken: dict[int, StoredSection]
) -> None:
    """Take over a section that was removed earlier and comes back word for word."""
    removed = {normalize(one.section.text): one for one in stored.sections if not one.is_current}
    used = {one.id for one in taken.values()}
    for at in places if removed else ():
        one = removed.get(normalize(new[at].text))
        if at not in taken and one and one.id not in used:
            taken[at] = one
            used.add(one.id)


def _fate(section: Section, stored: StoredSection | None) -> Fate:
    if stored is None:
        return "added"
    return "kept" if normalize(section.text) == normalize(stored.section.text) else "edited"
