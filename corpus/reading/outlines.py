"""From plain text to an outline: lines, their joining into blocks, and what each block is."""

from __future__ import annotations

from corpus.vocabulary import Block, Outline


def outline(text: str) -> Outline:
    """Read the structure of a plain text from its layout and wording."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    parts = [Block("title", lines[0])] + [Block("paragraph", line) for line in lines[1:]] if lines else []
    return Outline(lines[0] if lines else "", None, None, tuple(parts))
