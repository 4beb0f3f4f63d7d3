"""What saving a document would do to the library: nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from corpus.exchange import Exported
from corpus.versions.difference import Difference, compare
from corpus.versions.stored_versions import new_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.versions.planning import Plan
    from corpus.vocabulary import Document, Section

SaveOutcome = Literal["added", "unchanged", "changed"]


@dataclass(frozen=True, slots=True)
class Preview:
    """What saving a document would do; `difference` is from the newest version, None for a new article.

    The counts are sections, against that version.
    """

    outcome: SaveOutcome
    kept: int
    edited: int
    added: int
    removed: int
    difference: Difference | None = None


def make_preview(planned: Plan, document: Document, last: Exported | None) -> Preview:
    """Return what carrying out a plan would do; `last` is the newest version, None for a new article."""
    if last is None:
        return Preview("added", *planned.counts())
    sections = tuple(
        replace(one.section, code=one.stored.section.code) if one.stored else one.section
        for one in planned.sections
    )
    past = new_record(planned.stored, document, now="")
    would_be = Exported(document.article, past, document.text, document.outline.parts, sections)
    same = not planned.stored.removed_at and _content(would_be) == _content(last)
    outcome: SaveOutcome = "unchanged" if same else "changed"
    return Preview(outcome, *planned.counts(), compare(last, would_be))


def _content(version: Exported) -> tuple[object, ...]:
    return version.text, version.article, _places(version.sections)


def _places(sections: Sequence[Section]) -> list[tuple[object, ...]]:
    return [(one.start, one.text, one.headings) for one in sections]
