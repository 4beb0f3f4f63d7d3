"""How the paragraphs of one document open: with words that recur, with a topic, unlike the sentences inside them."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from corpus.reading.layout.columns import CLOSERS
from corpus.reading.wording import sentence_ends
from corpus.reading.wording.topic_phrases import LONGEST_TOPIC, is_topic
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.layout.lines import Line

_CUSTOM = 1.0
"""Cost of joining a line that begins as other blocks of the document surely do (针对…, 坚持…)."""
_MOST = 2.5
"""Most that the way a sentence opens may cost."""
_LONGEST = 28
"""Characters of a topic sentence that sets a paragraph off from the sentences inside it."""
_DOUBTED = 3
"""Openings at the rate of the sentences inside that are added, so that a few openings prove little."""
_AHEAD = 6
"""Lines that the first sentence of a block may run over, as far as it is looked at."""


class Openings:
    """What the ends that are sure already show of a document: `cuts` says of each gap whether one is there."""

    def __init__(self, lines: Sequence[Line], cuts: Sequence[bool]) -> None:
        self._lines = lines
        starts = [place for place, cut in enumerate(cuts, start=1) if cut]
        self._recurring = Counter(lines[place].text[:2] for place in starts)
        first = [self._is_topic(place, 0) for place in starts if self._goes_on(place)]
        inner = [self._is_topic(*place) for place in self._inside()]
        inside = (sum(inner) + 1) / (len(inner) + 2)
        opens = (sum(first) + _DOUBTED * inside) / (len(first) + _DOUBTED)
        self._topic = min(max(math.log(opens / inside), 0.0), _MOST)

    def cost(self, gap: int, *, shown: bool) -> float:
        """Return what a wrap at a gap costs for the way in which the next line opens.

        Where indents (stripped ones too) or blank lines show the paragraphs (`shown`), its first sentence adds
        nothing.
        """
        after = self._lines[gap + 1].text
        custom = _CUSTOM if self._recurring[after[:2]] > 1 else 0.0
        if shown or marker(after) or not self._lines[gap].text.rstrip("”’」』）)\"'").endswith("。"):
            return custom
        return custom + self._topic if self._is_topic(gap + 1, 0) else custom

    def _goes_on(self, place: int) -> bool:
        """Return whether the line at `place` opens a paragraph of more than one sentence, not a numbered one."""
        said = self._ahead(place, 0)
        return "。" in said[:-1] and marker(said) is None

    def _inside(self) -> list[tuple[int, int]]:
        """Return where sentences begin inside a line."""
        return [
            (place, at + 1)
            for place, line in enumerate(self._lines)
            for at, mark in enumerate(line.text[:-1])
            if mark == "。" and line.text[at + 1] not in CLOSERS
        ]

    def _ahead(self, place: int, at: int, most: int | None = None) -> str:
        """Return what stands from a place on, `most` characters of its line, and the next lines where it is short."""
        said = self._lines[place].text[at : None if most is None else at + most]
        for line in self._lines[place + 1 : place + _AHEAD]:
            if len(said) > LONGEST_TOPIC + 1:
                break
            said += line.text
        return said

    def _is_topic(self, place: int, at: int) -> bool:
        sentence = sentence_ends.first_sentence(
            self._ahead(place, at, LONGEST_TOPIC + 2)[: LONGEST_TOPIC + 2]
        )
        return sentence.endswith("。") and len(sentence) <= _LONGEST and is_topic(sentence)
