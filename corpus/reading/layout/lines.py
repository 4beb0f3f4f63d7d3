"""A text as lines with their layout: indent, width and the blank lines before each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.reading.layout.columns import WidthModel, width

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SPACE = " \t\u00a0\u3000\u2002\u2003\u2009\u200a\u202f"


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its text without the space around it, and where it stood.

    `indent` is in columns and `lead` the same in characters; `gap` is the number of blank lines before it;
    `page` says that a page begins with it. `size` is the height of its type, 0 where nobody knows;
    `measured` where it ends, in columns, where its format tells.
    """

    text: str
    indent: float = 0
    lead: int = 0
    gap: int = 0
    page: bool = False
    size: float = 0
    bold: bool = False
    measured: float | None = None
    trail: int = 0
    # a line is measured some fifty times under three models: its width is worked out once for each
    _widths: dict[WidthModel, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def set_in(self, model: WidthModel) -> float:
        """Return how far the line begins from the left margin, in columns of a width model."""
        return self.lead if model == "count" else self.indent

    def full(self, model: WidthModel) -> float:
        """Return how far the line reaches from the left margin, in columns of a width model."""
        if self.measured is not None:
            return self.measured
        wide = self._widths.get(model)
        if wide is None:
            wide = self._widths[model] = width(self.text, model)
        return self.set_in(model) + wide


def lines(text: str) -> list[Line]:
    """Cut a text into its lines that hold anything; a form feed begins a page."""
    found: list[Line] = []
    gap, page, last = 0, False, 0
    for match in [*_BREAK.finditer(text), None]:
        line = text[last : match.start() if match else len(text)]
        bare = line.strip(_SPACE)
        if bare:
            lead = line[: len(line) - len(line.lstrip(_SPACE))]
            trail = len(line) - len(lead) - len(bare)
            found.append(Line(bare, _columns(lead), len(lead), gap, page, trail=trail))
            gap, page = 0, False
        elif match and match.group() != "\f":
            gap += 1
        if match:
            page = page or match.group() == "\f"
            last = match.end()
    return found


def _columns(space: str) -> int:
    return sum({"\t": 4, "\u3000": 2, "\u2003": 2}.get(character, 1) for character in space)
