"""A piece: one block of a document before anybody has said whether it is a title, a heading or a paragraph."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one block with the cues that its format gave.

    `level` is a heading level that the format states, `role` a kind that it states ("title", "author",
    "lead", "row", "note", "formula") or that was found ("front", the head of a promulgation); `bold` is how many
    characters from the start are bold, `size` the height of the type, `lines` the number of printed lines and
    `ends` the offsets at which all but the last of them end, `indent` and `gap` those of its first line;
    `centred` says it was set apart from the margin, `full` that its last line had no room for the next one's
    first word. `certainty` is how sure the ends are, `doubt` why not.
    """

    text: str
    level: int | None = None
    role: str | None = None
    bold: int = 0
    size: float = 0
    lines: int = 1
    ends: tuple[int, ...] = ()
    indent: float = 0
    gap: int = 0
    centred: bool = False
    full: bool = False
    certainty: float = 1.0
    doubt: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it is text wherever it stands, and neither heading nor front: a row, a note, a formula."""
        return self.role in {"row", "note", "formula"}
