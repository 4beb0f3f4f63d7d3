"""The bundled article set anew at every width from 20 to 80 characters."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

import pytest

from corpus.reading import bundled, files
from corpus.reading.layout.columns import width
from corpus.reading.structure.outlines import outline
from tests.corpus.reading.makers import page, wrap

if TYPE_CHECKING:
    from corpus.vocabulary import Block, Outline

WIDTHS = range(20, 81)
SURE = 0.9


@cache
def seed() -> Outline:
    """Return the outline of the bundled article as it lies in its folder."""
    return next(files.read(bundled.path() / "digital-economy.txt")).outline


@cache
def again(characters: int, lost: int, blank: str) -> Outline:
    """Return the outline of the article set anew, first lines `lost` columns short."""
    texts = [part.text for part in seed().parts]
    return outline(page(texts, 2 * characters, lost=lost, blank=blank))


def told(part: Block) -> tuple[str, str, str | None, int | None]:
    """Return what a reader sees of a block."""
    return part.kind, part.text, part.run_in, part.level


def bare(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s", "", text)


def ends(seen: Outline) -> list[int]:
    """Return how many characters stand before each block's end."""
    return list(accumulate(len(bare(part.text)) for part in seen.parts))


def is_full(place: int, columns: int) -> bool:
    """Tell whether a block's last line has no room for the first character of the next one."""
    part, following = seed().parts[place : place + 2]
    return width(wrap(part.text, columns)[-1] + following.text[0]) > columns


@pytest.mark.parametrize("characters", WIDTHS)
def test_with_its_indents_stripped_it_reads_as_it_does(characters: int) -> None:
    """In its own manner, first lines short and a blank line after each, it is right in every column."""
    assert list(map(told, again(characters, 4, "\n").parts)) == list(map(told, seed().parts))


@pytest.mark.parametrize("characters", WIDTHS)
def test_flush_what_differs_is_hidden_and_reported(characters: int) -> None:
    """Flush, no character goes; only ends behind full last lines are missed, and each wrong block says so."""
    seen = again(characters, 0, "")
    assert bare("".join(part.text for part in seen.parts)) == bare("".join(p.text for p in seed().parts))
    found, truth = ends(seen), ends(seed())
    assert set(found) <= set(truth)
    assert all(is_full(place, 2 * characters) for place, end in enumerate(truth) if end not in found)
    known = set(map(told, seed().parts))
    assert all(part.certainty < SURE for part in seen.parts if told(part) not in known)


def test_most_widths_are_right_and_most_blocks_sure() -> None:
    """Ends are missed at one width in eight at most, and a fifth of the blocks at most is reported."""
    flush = [again(characters, 0, "") for characters in WIDTHS]
    right = sum(list(map(told, seen.parts)) == list(map(told, seed().parts)) for seen in flush)
    assert right >= len(WIDTHS) * 7 // 8
    parts = [part for seen in flush for part in seen.parts]
    assert sum(part.certainty < SURE for part in parts) < len(parts) / 5
