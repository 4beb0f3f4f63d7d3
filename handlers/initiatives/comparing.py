"""Which sentences of a text the library repeats: a part of it where it is long, and no more work than is fair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.text.sentences import quotable_sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from handlers.answer import Quoted
    from handlers.answering import Answering

WORK = 0.18  # seconds of the processor that the sentences of one request may take, before the last begins
SHORTEST = 8  # characters; shorter sentences repeat by chance
CLOSE = 1.5  # times its own length over which the words of a sentence may be spread in a passage
NEARLY = 0.7  # share of a sentence that must stand in the passage for it to be near-verbatim


class Comparison:
    """One request's look at its sentences, over one or more texts.

    `spent` tells the seconds that this thread has used of the processor; without it the number of sentences
    alone is bounded.
    """

    def __init__(self, answering: Answering, spent: Callable[[], float] | None) -> None:
        self._answering, self._spent = answering, spent
        self._until = spent() + WORK if spent else 0.0
        self.compared, self.whole = 0, True

    def passages(self, text: str, most: int) -> tuple[Quoted, ...]:
        """Return the passages that the first `most` sentences of a text repeat word for word, or nearly.

        `compared` counts the sentences that were looked at, `whole` says whether those were all.
        """
        found: dict[str, Quoted] = {}
        said = sentences(text)
        for number, sentence in enumerate(said):
            if number >= most or (self._spent is not None and self._spent() >= self._until):
                self.whole = False
                break
            self.compared += 1
            for quoted in self._answering.search(sentence, limit=1).passages:
                if _share(quoted, sentence) >= NEARLY:
                    found.setdefault(quoted.section.code, quoted)
        return tuple(found.values())


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that are long enough to be compared."""
    said = (text[start:end].strip() for start, end in quotable_sentences(text))
    return [sentence for sentence in said if len(sentence) >= SHORTEST]


def _share(quoted: Quoted, sentence: str) -> float:
    """Return which share of a sentence a passage holds in one place, 0 to 1, by the spans that were matched."""
    spans = quoted.match.spans if quoted.match is not None else ()
    room = CLOSE * len(sentence)  # what stands farther apart is scattered, and no repetition
    held = (
        sum(end - start for start, end in spans[first:] if end - spans[first][0] <= room)
        for first in range(len(spans))
    )
    return min(max(held, default=0), len(sentence)) / len(sentence)
