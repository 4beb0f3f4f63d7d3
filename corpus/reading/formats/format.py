"""What a format of files is: its endings, its reader, and the bare text that a proof holds the reading against."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading.furniture import contents
from corpus.reading.structure.classifying import assemble

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.reading.pieces import Piece
    from corpus.vocabulary import Outline

    Read = Callable[[bytes, str, str | None], tuple[dict[str, str], Outline]]
    """(bytes, name for messages, title where it is known) to (fields that the file states of itself, outline)."""

MOST_LINES = 60_000
"""Lines, or blocks, of one document; the longest code of laws has a tenth of that."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format of files.

    `read` is None where a file holds many documents, a line each. `bare_text` returns all text of a file, read
    without any idea of its structure; in a `marked_up` format the marks of the format stand among it. `needs` is
    the library, an optional one, without which nothing of the format is read.
    """

    name: str
    endings: tuple[str, ...]
    read: Read | None
    bare_text: Callable[[bytes, str], str]
    marked_up: bool = False
    needs: str = ""

    def require(self, which: str) -> None:
        """Raise ReadingError where the library is missing that the format needs."""
        if self.needs and find_spec(self.needs.partition(".")[0]) is None:
            raise ReadingError(
                f"{self.name} needs {self.needs}, which is not installed",
                which=which,
                next_step="pip install 'policy-bot[docs]'",
            )


def check_length(count: int, what: str, which: str) -> None:
    """Raise ReadingError for more than MOST_LINES of `what` (lines, paragraphs)."""
    if count > MOST_LINES:
        raise ReadingError(f"more than {MOST_LINES:,} {what}", which=which, next_step="split it")


def stated(pieces: Sequence[Piece], dropped: tuple[str, ...], title: str | None, which: str) -> Outline:
    """Return the outline of blocks that a format states, their table of contents left out as `dropped` is."""
    check_length(len(pieces), "paragraphs", which)
    listed = contents.places([piece.text for piece in pieces])
    kept = [piece for place, piece in enumerate(pieces) if place not in listed]
    return assemble(kept, dropped + tuple(pieces[place].text for place in sorted(listed)), title=title)
