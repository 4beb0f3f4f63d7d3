"""Where sentences end, as far as structure needs it."""

from __future__ import annotations

from corpus.reading.wording import sentence_ends


def test_the_first_sentence_ends_outside_of_quotation_marks() -> None:
    """A full stop within quotation marks or brackets ends no sentence; a mark left open is ignored."""
    assert sentence_ends.first_sentence("深化“一带一路。”合作。再创优势。") == "深化“一带一路。”合作。"
    assert sentence_ends.first_sentence("深化“一带一路合作。再创优势。") == "深化“一带一路合作。"
