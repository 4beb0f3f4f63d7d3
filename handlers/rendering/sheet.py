"""A sheet of paper: what is put on it becomes blocks and plain text alike, so that the two never differ."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from handlers.incoming.mrkdwn import escape
from handlers.slack_api.message import Block, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.vocabulary import Span

LEFT_OUT = "…"  # alone in its run: whatever else stands in a quotation stands in the source


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of text in one style. Text in a rich_text element is literal: nothing in it can ping."""

    text: str
    bold: bool = False
    code: bool = False

    def element(self) -> dict[str, Any]:
        """Return the rich_text element."""
        style = {name: True for name, on in (("bold", self.bold), ("code", self.code)) if on}
        drawn: dict[str, Any] = {"type": "text", "text": self.text}
        return drawn | {"style": style} if style else drawn

    def plain(self) -> str:
        """Return it for the plain text."""
        return escape(self.text)


@dataclass(frozen=True, slots=True)
class Person:
    """A person named, by user id."""

    user: str

    def element(self) -> dict[str, Any]:
        """Return the rich_text element."""
        return {"type": "user", "user_id": self.user}

    def plain(self) -> str:
        """Return it for the plain text."""
        return f"<@{self.user}>"


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel named, by its id."""

    channel: str

    def element(self) -> dict[str, Any]:
        """Return the rich_text element."""
        return {"type": "channel", "channel_id": self.channel}

    def plain(self) -> str:
        """Return it for the plain text."""
        return f"<#{self.channel}>"


Piece = str | TextRun | Person | Channel


@dataclass(slots=True)
class Sheet:
    """Collects blocks and lines in order."""

    blocks: list[Block] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def say(self, *pieces: Piece) -> None:
        """Put one paragraph of our own words on the sheet."""
        section, line = _section(pieces)
        self.blocks.append({"type": "rich_text", "elements": [section]})
        self.lines.append(line)

    def itemize(self, items: Sequence[Sequence[Piece]]) -> None:
        """Put a list with dots on the sheet."""
        drawn = [_section(item) for item in items]
        listed = {"type": "rich_text_list", "style": "bullet", "elements": [section for section, _ in drawn]}
        self.blocks.append({"type": "rich_text", "elements": [listed]})
        self.lines += [f"• {line}" for _, line in drawn]

    def quote(self, runs: Sequence[TextRun], source: Sequence[Piece]) -> None:
        """Put a quotation and its source on the sheet; `runs` hold words of the source document only."""
        section, line = _section(source)
        quotation = {"type": "rich_text_quote", "elements": [run.element() for run in runs]}
        self.blocks.append({"type": "rich_text", "elements": [quotation, section]})
        quoted = "".join(run.plain() for run in runs)
        self.lines += ["\n".join(f"> {part}" for part in quoted.split("\n")), line]

    def buttons(self, *elements: Block) -> None:
        """Put a row of buttons on the sheet; no button, no row."""
        if elements:
            self.blocks.append({"type": "actions", "elements": list(elements)})

    def message(self) -> Message:
        """Return all of it as a message."""
        return Message("\n".join(self.lines), tuple(self.blocks))


def runs_of(
    text: str, highlights: Sequence[Span], *, cut_before: bool = False, cut_after: bool = False
) -> tuple[TextRun, ...]:
    """Split a quotation into runs, highlights bold; what is left out at an end becomes a bare ellipsis."""
    runs: list[TextRun] = [TextRun(LEFT_OUT)] if cut_before else []
    last = 0
    for start, end in highlights:
        runs += [TextRun(text[last:start]), TextRun(text[start:end], bold=True)]
        last = end
    runs.append(TextRun(text[last:]))
    if cut_after:
        runs.append(TextRun(LEFT_OUT))
    return tuple(run for run in runs if run.text)


def _section(pieces: Sequence[Piece]) -> tuple[Block, str]:
    """Draw pieces as one rich_text_section and as one stretch of plain text."""
    styled = [TextRun(piece) if isinstance(piece, str) else piece for piece in pieces if piece]
    section = {"type": "rich_text_section", "elements": [piece.element() for piece in styled]}
    return section, "".join(piece.plain() for piece in styled)
