"""What a title may be called: made by rule, by number, and by usage."""

from __future__ import annotations

import pytest

from corpus.text.normalize import normalize_letters
from corpus.text.tables import lines
from corpus.text.title_names import canonical, is_acronym, nicknames


@pytest.mark.parametrize(
    ("short", "title"),
    [
        ("社保法", "社会保险法"),
        ("海南自贸港法", "海南自由贸易港法"),
        ("固废法", "固体废物污染环境防治法"),
        ("数安法", "数据安全法"),
    ],
)
def test_an_acronym_is_made_of_the_beginnings_of_words(short: str, title: str) -> None:
    """Characters of the beginnings of two words and more, the first one's among them, and the kind."""
    assert is_acronym(short, title)


@pytest.mark.parametrize(
    ("short", "title"),
    [
        ("劳动法", "劳动合同法"),  # the first word alone
        ("社保条例", "社会保险法"),  # another kind
        ("险社法", "社会保险法"),  # out of order
        ("会险法", "社会保险法"),  # no beginnings
        ("社会保险法", "社会保险法"),
    ],
)
def test_what_is_no_acronym_of_a_title(short: str, title: str) -> None:
    """Another law's name is never taken for one's short form."""
    assert not is_acronym(short, title)


@pytest.mark.parametrize("name", ["刑法修正案11", "刑法修正案十一", "刑法第11修正案", "刑法第十一修正案"])
def test_the_number_of_an_amendment_is_written_as_titles_do(name: str) -> None:
    """Digits, characters, and the number before or behind."""
    assert canonical(name) == "刑法修正案十一"


def test_each_nickname_means_its_documents_and_not_another() -> None:
    """Every row of the table: the nickname leads to its titles, and never to the one that it is not."""
    rows = [line.split("\t") for line in lines("document_nicknames.tsv")]
    assert rows
    for name, documents, other in rows:
        meant = nicknames()[normalize_letters(name)]
        assert set(map(normalize_letters, documents.split())) == set(meant)
        assert normalize_letters(other) not in meant
