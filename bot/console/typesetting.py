"""Lines of text on a terminal: East Asian widths, wrapping that loses no character, and bold."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BOLD, PLAIN = "\033[1m", "\033[0m"
BARS = "│ "  # of a prefix these stand on every wrapped line, its other marks on the first only
HANGING = frozenset("，。、；：？！”’）》」』】…,.;:?!)")  # these may stand past the margin, not before it
NARROWEST = 20


@dataclass(frozen=True, slots=True)
class StyledRun:
    """A stretch of text in one style."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class ScreenLine:
    """One line before it is wrapped: `prefix` opens every line it becomes, `note` is for plain pens only.

    `verbatim` lines are quotations: nothing is put into them, whatever the pen.
    """

    runs: tuple[StyledRun, ...]
    prefix: str = ""
    verbatim: bool = False
    note: bool = False

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(run.text for run in self.runs)


class Pen(Protocol):
    """Turns a line into what is printed."""

    def lay(self, line: ScreenLine) -> Iterator[str]:
        """Give the printed lines."""


def plain(text: str, prefix: str = "") -> ScreenLine:
    """Return a line in one style."""
    return ScreenLine((StyledRun(text),), prefix)


def broken(runs: Iterable[StyledRun], prefix: str = "", *, verbatim: bool = False) -> list[ScreenLine]:
    """Return one line for each line that the runs' own line feeds make."""
    lines: list[list[StyledRun]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(StyledRun(first, run.bold))
        lines.extend([StyledRun(part, run.bold)] for part in rest)
    return [ScreenLine(tuple(line), prefix, verbatim) for line in lines]


def width(text: str) -> int:
    """Return the columns that text takes: two for a wide character, none for a combining one."""
    return sum(_columns(character) for character in text)


def harmless(text: str) -> str:
    """Show control characters as pictures (ESC as ␛), so that no text can steer the terminal."""
    return "".join(_picture(character) for character in text)


def wrap(runs: Sequence[StyledRun], columns: int) -> list[list[StyledRun]]:
    """Break runs into lines of at most `columns`, closing punctuation hanging past that by one character.

    A line ends after a wide character or a space, in mid-word only where a word is longer than a line.
    Every character is kept, spaces at a break included.
    """
    characters = [(character, run.bold) for run in runs for character in run.text]
    lines: list[list[StyledRun]] = []
    while characters:
        end = _line_end([character for character, _ in characters], columns)
        lines.append(_runs(characters[:end]))
        characters = characters[end:]
    return lines or [[]]


@dataclass(frozen=True, slots=True)
class TerminalPen:
    """Wraps at `columns` and shows bold as bold."""

    columns: int

    def lay(self, line: ScreenLine) -> Iterator[str]:
        """Give the wrapped lines; notes are not needed where bold can be seen."""
        if line.note:
            return
        room = max(self.columns - width(line.prefix) - 2, NARROWEST)
        prefix = line.prefix
        for runs in wrap([StyledRun(harmless(run.text), run.bold) for run in line.runs], room):
            words = "".join(f"{BOLD}{run.text}{PLAIN}" if run.bold else run.text for run in runs)
            yield f"{prefix}{words}"
            prefix = "".join(mark if mark in BARS else " " * width(mark) for mark in line.prefix)


@dataclass(frozen=True, slots=True)
class PlainPen:
    """For files and pipes: a line stays one line; bold is *starred*, but in a quotation told underneath."""

    def lay(self, line: ScreenLine) -> Iterator[str]:
        """Give the line."""
        stars = "" if line.verbatim else "*"
        words = "".join(
            f"{stars}{run.text}{stars}" if run.bold and run.text else run.text for run in line.runs
        )
        yield f"{line.prefix}{harmless(words)}".rstrip(" ")


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _picture(character: str) -> str:
    if unicodedata.category(character) != "Cc":
        return character
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "�"


def _line_end(characters: Sequence[str], columns: int) -> int:
    """Return how many of the characters go on the first line; at least one."""
    used, best = 0, 0
    for at, character in enumerate(characters):
        used += _columns(character)
        if used > columns and not (character in HANGING and used <= columns + 2):
            return best or max(at, 1)
        if character == " " or _columns(character) == 2 or _wide(characters, at + 1):
            following = characters[at + 1] if at + 1 < len(characters) else ""
            best = best if following in HANGING and following else at + 1
    return len(characters)


def _wide(characters: Sequence[str], at: int) -> bool:
    return at < len(characters) and _columns(characters[at]) == 2


def _runs(characters: Sequence[tuple[str, bool]]) -> list[StyledRun]:
    """Join characters of one style into runs again."""
    runs: list[StyledRun] = []
    for character, bold in characters:
        if runs and runs[-1].bold == bold:
            runs[-1] = StyledRun(runs[-1].text + character, bold)
        else:
            runs.append(StyledRun(character, bold))
    return runs
