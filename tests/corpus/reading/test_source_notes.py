"""Source notes: what is wrong with the printed text is listed, and the text stays as it is."""

from __future__ import annotations

from corpus.reading import bundled, files
from corpus.reading.source_notes import notes


def test_the_flaws_of_the_bundled_article_are_listed() -> None:
    """The article's displaced quotes, half-sided spaces and its doubled sentence are found where they stand."""
    document = next(files.read(bundled.path() / "digital-economy.txt"))
    found = notes(document.text)
    assert all(document.text[note.start : note.end] == note.text for note in found)
    kinds = [note.kind for note in found]
    assert kinds.count("displaced quote") >= 5
    assert [note.text[:8] for note in found if note.kind == "doubled sentence"] == ["加强与京津冀、珠"]
    assert kinds.count("stray space") == 2


def test_an_unclosed_quote_is_told_from_a_displaced_one() -> None:
    """A quotation that never closes is unbalanced; one that closes what nothing opened is displaced."""
    assert [note.kind for note in notes("“数字经济\n数字”经济")] == ["unbalanced quote", "displaced quote"]


def test_sound_text_has_no_notes() -> None:
    """Balanced quotes, spaces on both sides of a word and the space after 第一条 are no flaws."""
    assert notes("第一条 为了发展“数字经济”，培育工业 APP 应用。\nIt's a well-known tool.") == ()
