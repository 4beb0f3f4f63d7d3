"""A recorded conversation: a text file with what was typed after `> ` and, under it, what was shown.

Drawn for files (no colour, no wrapping), so that it can be read, compared and kept beside the tests.
"""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROMPT = "> "


def typed_lines(transcript: str) -> Iterator[str]:
    """Give what was typed, in order."""
    for line in transcript.split("\n"):
        if line.startswith(PROMPT):
            yield line.removeprefix(PROMPT)
        elif line == PROMPT.rstrip():
            yield ""  # somebody pressed the return key


def differences(recorded: str, played: str) -> list[str]:
    """Return a unified diff of two transcripts; none when they are the same."""
    lines = unified_diff(recorded.splitlines(), played.splitlines(), "recorded", "played", lineterm="")
    return list(lines)
