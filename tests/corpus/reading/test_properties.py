"""What holds for every text: not a character is lost, invented or moved, however the text was laid out."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.reading import canonical, sections
from corpus.reading.structure.outlines import outline
from corpus.vocabulary import Article, Document
from tests.corpus.reading.made import PARAGRAPH, PHRASE, Style, documents, rendered
from tests.corpus.reading.makers import page

STYLES = st.builds(
    Style,
    columns=st.integers(20, 80).map(lambda characters: 2 * characters),
    indent=st.sampled_from([0, 2]),
    lost=st.sampled_from([0, 4]),
    blank=st.sampled_from(["none", "every", "between"]),
    hangs=st.booleans(),
)
SURE = 0.9
TREE = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, PHRASE), min_size=2, max_size=9)


def bare(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s", "", text)


def stream(text: str) -> str:
    """Return a text without white space but for one mark where two Latin words are parted."""
    return bare(re.sub(r"(?<=[A-Za-z0-9%])\s+(?=[A-Za-z0-9])", "\0", text))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents(), STYLES)
def test_any_tree_reads_back_to_the_same_characters(tree: list[str], style: Style) -> None:
    """A tree set in any way at 20 to 80 characters a line reads back to the same stream of characters.

    Spaces between Latin words are kept as well, wherever a block is not reported as unsure of them.
    """
    seen, whole = outline(rendered(tree, style)), "\n".join(tree)
    assert bare(canonical.compose(seen)) == bare(whole)
    assert all(stream(part.text) in stream(whole) for part in seen.parts if part.certainty >= SURE)


@settings(max_examples=40, deadline=None)
@given(TREE, st.integers(20, 80))
def test_joined_sections_are_the_source(tree: list[str], characters: int) -> None:
    """Front, headings and sections, joined in order, are the source without white space; sections are slices."""
    text = page(tree, 2 * characters)
    seen = outline(text)
    document = Document(Article("a", seen.title), seen, canonical.compose(seen), b"", "")
    cut = sections.split(document)
    assert all(document.text[section.start : section.end] == section.text for section in cut)
    others = "".join(part.text for part in seen.parts if part.kind in {"title", "author", "heading"})
    others += "".join(part.text.removesuffix(seen.lead or "") for part in seen.parts if part.kind == "lead")
    joined = "".join(section.text for section in cut)
    assert sorted(bare(others + joined)) == sorted(bare(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    """Any text at all is read, and what is neither white space nor furniture is kept."""
    seen = outline(text)
    kept = bare("".join([part.text for part in seen.parts] + list(seen.furniture)))
    assert sorted(kept) == sorted(bare(text))


@given(st.text(alphabet="数字经济。！；，", max_size=4_000))
def test_pieces_cover_a_paragraph_whole(text: str) -> None:
    """The pieces of a paragraph touch, cover it, and are longer than allowed only where no sentence ends."""
    spans = sections.pieces(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(
        end - start <= sections.LONGEST or not re.search(r"[。！；]", text[start : end - 5])
        for start, end in spans
    )
