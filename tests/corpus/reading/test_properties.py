"""What holds for every text: not a character is lost, invented or moved, however the text was laid out."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.reading import canonical, sections
from corpus.reading.outlines import outline
from corpus.vocabulary import Article, Document
from tests.corpus.reading.makers import page

WORDS = st.text(alphabet="数字经济发展推进改革创新坚持一二三的了、，", min_size=2, max_size=60)
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=5).map(lambda words: "。".join(words) + "。")
HEADING = st.text(alphabet="总体要求主要任务保障措施", min_size=2, max_size=18)
TREE = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, HEADING), min_size=2, max_size=9)


def bare(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s", "", text)


@settings(max_examples=60, deadline=None)
@given(
    TREE,
    st.integers(20, 80),
    st.sampled_from(["", "　　"]),
    st.sampled_from([0, 4]),
    st.sampled_from(["", "\n"]),
)
def test_any_tree_reads_back_to_the_same_characters(
    tree: list[str], characters: int, indent: str, lost: int, blank: str
) -> None:
    """A tree set at 20 to 80 characters a line reads back to the same stream of characters."""
    text = page(tree, 2 * characters, indent=indent, lost=lost, blank=blank)
    assert bare(canonical.compose(outline(text))) == bare("".join(tree))


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
