"""One place where a text seems to name an initiative, before all places are weighed together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name as printed at `start`:`end`; `sure` if this place alone shows it, `again` if several do.

    `aliases` are other ways in which the same place names it (“1+N”的工业互联网平台体系); `known` is the
    settled name of a standing initiative, which joins its ways of writing.
    """

    name: str
    start: int
    end: int
    sure: bool = True
    again: bool = True
    aliases: tuple[str, ...] = ()
    known: str = ""
