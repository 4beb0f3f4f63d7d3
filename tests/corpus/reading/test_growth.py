"""Readers cost the length of a file: four times as much of what once cost its square costs some four times as long."""

from __future__ import annotations

from contextlib import suppress
from time import process_time
from typing import TYPE_CHECKING

import pytest

from bot.intake.finding import Intake
from corpus.errors import ReadingError
from corpus.reading import files
from tests.corpus.reading import hostile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# seconds are compared, and tracing lines would be timed with them
pytestmark = pytest.mark.no_cover
TIMES = 4
GROWTH = 9  # between four and its square, and a fifth of a second for what costs the same at any length
KINDS: dict[str, tuple[Callable[[int], bytes], int]] = {
    "ring.docx": (hostile.ring, 1_000),
    "breaks.html": (hostile.breaks, 8_000),
    "laden.html": (hostile.laden, 20_000),
    "dots.txt": (lambda count: hostile.runs(".", count), 20_000),
    "blanks.txt": (lambda count: hostile.runs("\u3000", count), 20_000),
    "sentences.txt": (hostile.sentences, 12_000),
    "comments.md": (lambda count: b"<!--\n" * count, 10_000),
    "bad.jsonl": (hostile.bad_lines, 20_000),
}


def seconds(path: Path, content: bytes) -> float:
    """Return the seconds of the processor that reading a file takes, or finding its lines."""
    path.write_bytes(content)
    began = process_time()
    with suppress(ReadingError):  # refused is as good as read, if it is soon
        _ = list(Intake(None, {}).one(path) if path.suffix == ".jsonl" else files.read(path))
    return process_time() - began


@pytest.mark.parametrize("name", KINDS)
def test_four_times_as_much_takes_no_square(name: str, tmp_path: Path) -> None:
    """The growth of the seconds of the processor is bounded, whatever the machine."""
    make, count = KINDS[name]
    few = min(seconds(tmp_path / name, make(count)) for _ in range(2))
    many = seconds(tmp_path / name, make(TIMES * count))
    assert many < GROWTH * max(few, 0.2), (few, many)
