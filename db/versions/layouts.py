"""What a version keeps beside its text: its blocks and sections as ranges of the text, packed small."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.reading.canonical import compose, placed
from corpus.vocabulary import Block, Section
from db.failing import decoding
from db.rows import dumps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.vocabulary import Document, Outline

SPEED = 1  # zlib's fastest: half the time of its default for a tenth more bytes


@dataclass(frozen=True, slots=True)
class StoredLayout:
    """The blocks and sections of one version, sections with their codes."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]


def deflate(text: str) -> bytes:
    """Pack a text."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), SPEED)


def inflate(packed: bytes) -> str:
    """Unpack a text."""
    with decoding("a version's text"):
        return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def pack(document: Document, sections: Sequence[Section]) -> bytes:
    """Pack a document's blocks and its sections; those whose codes are known need no more than that."""
    return deflate(dumps({"blocks": _blocks(document.outline, document.text), "sections": _ranges(sections)}))


def unpack(packed: bytes, article: str, text: str) -> StoredLayout:
    """Read what `pack` wrote, given the article's id and the canonical text of that version."""
    with decoding(f"a version of {article}"):
        return _unpacked(packed, article, text)


def _unpacked(packed: bytes, article: str, text: str) -> StoredLayout:
    kept = json.loads(inflate(packed))
    blocks = tuple(
        Block(kind, said if said is not None else text[start:stop], level, run_in, certainty, doubt)
        for kind, start, stop, level, run_in, certainty, doubt, said in kept["blocks"]
    )
    sections = tuple(
        Section(article, number, tuple(headings), text[start:stop], start, code, run_in)
        for number, (code, start, stop, headings, run_in) in enumerate(kept["sections"], start=_first(kept))
    )
    return StoredLayout(blocks, sections)


def _first(kept: dict[str, Any]) -> int:
    """Return the number of the first section: 1, or lower where sections stand in the lead."""
    leads = [(start, stop) for kind, start, stop, *_ in kept["blocks"] if kind == "lead"]
    inside = (any(start <= one < stop for start, stop in leads) for _, one, *_ in kept["sections"])
    return 1 - sum(inside)


def _blocks(outline: Outline, text: str) -> list[list[object]]:
    """Write each block as a range; its own words too where the text is not the blocks joined."""
    joined = compose(outline) == text
    return [
        [
            block.kind,
            start,
            start + len(block.text),
            block.level,
            block.run_in,
            block.certainty,
            block.doubt,
            None if joined else block.text,
        ]
        for start, block in placed(outline)
    ]


def _ranges(sections: Sequence[Section]) -> list[list[object]]:
    return [
        [section.code, section.start, section.end, list(section.headings), section.run_in]
        for section in sections
    ]
