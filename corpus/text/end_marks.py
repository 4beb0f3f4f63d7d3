"""The marks at which sentences and their parts end: one table, from which every splitter takes its own end.

What ends depends on the question: a quotation may stop at …, a heading may not stop at ！, and a text that is
read in lines ends at a comma where its sentence breaks off.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

End = Literal["statement", "question", "trail", "part", "pause", "list"]


class _Mark(NamedTuple):
    """A mark as Chinese type has it, as Latin type has it (empty where it has none), and what it ends."""

    chinese: str
    latin: str
    ends: End


_MARKS = (
    _Mark(
        "。", "", "statement"
    ),  # a Latin full stop also stands in numbers and names: who takes it says when
    _Mark("！", "!", "statement"),
    _Mark("？", "?", "question"),
    _Mark("…", "", "trail"),
    _Mark("；", ";", "part"),
    _Mark("，", ",", "pause"),
    _Mark("、", "", "pause"),
    _Mark("：", ":", "list"),
)


def marks(*ends: End, latin: bool = True) -> str:
    """Return the marks of these ends, for a class of a pattern: those of Latin type too, if not told otherwise.

    `marks("statement", "question")` is 。！!？? and `marks("part", latin=False)` ；.
    """
    found = [one for one in _MARKS if one.ends in ends]
    return "".join(one.chinese + (one.latin if latin else "") for one in found)


FULL = marks("statement", "question", latin=False)
"""What ends a whole sentence of Chinese type: 。！？"""
SENTENCE = marks("statement", "question")
"""The same in either type."""
QUOTABLE = SENTENCE + marks("trail")
"""What ends a sentence that is quoted."""
STATED = marks("statement")
"""What ends a sentence that says something and asks nothing."""
CLAUSE = FULL + marks("part", latin=False)
"""What ends a clause that could stand alone: 。！？；"""
PARTED = SENTENCE + marks("part")
"""The same in either type; a long section is cut there."""
BROKEN = STATED + marks("part", "pause", "list")
"""What a line ends with that is a sentence, or breaks off within one; a heading may ask."""
CLOSING = "”’」』）)"
"""What may close behind the end of a sentence and belongs to it; some readers know more."""
