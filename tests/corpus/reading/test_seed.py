"""The bundled article, which the reader must see as a person does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from corpus.reading import bundled, files, sections

if TYPE_CHECKING:
    from corpus.vocabulary import Document


@pytest.fixture(scope="module")
def seed() -> Document:
    """Return the bundled article as read."""
    return next(files.read(bundled.path() / "digital-economy.txt"))


def bare(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s", "", text)


def test_its_front_is_told_apart(seed: Document) -> None:
    """Title, author and the lead of two lines are known as such."""
    assert (seed.article.id, seed.outline.title, seed.outline.author) == (
        "digital-economy",
        "数字经济引领高质量发展",
        "兰建平",
    )
    assert (seed.outline.lead or "").startswith("大力发展以信息化驱动")
    assert (seed.outline.lead or "").endswith("必然选择和基本路径")


def test_its_body_has_four_headings_and_sixteen_paragraphs(seed: Document) -> None:
    """Four headings, sixteen paragraphs, ten of them with a run-in head, as the seed's counts say."""
    kinds = [block.kind for block in seed.outline.blocks]
    assert (kinds.count("heading"), kinds.count("paragraph")) == (4, 16)
    assert sum(block.run_in is not None for block in seed.outline.blocks) == 10


def test_no_character_is_lost_or_invented(seed: Document) -> None:
    """The canonical text is the file but for white space."""
    assert bare(seed.text) == bare(seed.raw.decode("utf-8"))


def test_a_page_break_inside_a_sentence_is_closed(seed: Document) -> None:
    """A page break in mid-sentence cuts no paragraph, and a space stays where the page had one."""
    assert "集成电路等领域具备技术引领优势" in seed.text
    assert "积极培育工业 APP，" in seed.text


def test_sections_are_slices_of_the_canonical_text(seed: Document) -> None:
    """A section is found in the canonical text at the place that it names."""
    cut = sections.split(seed)
    assert [section.number for section in cut] == list(range(17))
    assert all(seed.text[section.start : section.end] == section.text for section in cut)
    assert cut[0].text == seed.outline.lead
