"""The index terms of a section: what stands in each column of the full-text index, made in one place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.text.abbreviations import introduced, shown
from corpus.text.normalize import normalize_letters
from corpus.text.phonetics import initials, sounds
from corpus.text.segmentation import search_words

if TYPE_CHECKING:
    from corpus.vocabulary import Section

TERMS_VERSION = 3  # raise it when a section would give other terms: stores build their index anew
LETTERS = 4  # initials a term: three letters stand in every sixtieth section, four in every thousandth


@dataclass(frozen=True, slots=True)
class IndexTerms:
    """One string per column of the index, terms divided by spaces.

    `letters` (the folded text without punctuation) and `head` (the same of the title and the headings) are
    kept beside the index: scoring reads them, and all other columns can be made of them again, but `words`.
    `aliases` are the (short, full) forms that the section introduces or shows.
    """

    letters: str
    head: str
    words: str
    bigrams: str
    sounds: str
    initials: str
    heads: str
    aliases: tuple[tuple[str, str], ...] = ()


def for_index(section: Section, title: str) -> IndexTerms:
    """Make the index terms of one section of the article with this title."""
    bare = normalize_letters(section.text)
    head = "\n".join(filter(None, map(normalize_letters, (title, *section.headings))))
    words = search_words(section.text)
    forms = dict.fromkeys((*introduced(section.text), *shown(bare, words)))
    return replace(derive(bare, head, " ".join(words)), aliases=tuple(forms))


def derive(bare: str, head: str, words: str) -> IndexTerms:
    """Make the index terms of what is kept of a section; the same three give the same terms."""
    spoken = sounds(bare)
    return IndexTerms(
        letters=bare,
        head=head,
        words=words,
        bigrams=" ".join(grams(bare, 2)),
        sounds=" ".join(grams(spoken, 2)),
        initials=" ".join(grams(initials(spoken), LETTERS)),
        heads=" ".join(gram for part in head.split("\n") for gram in grams(part, 2)),
    )


def grams(text: str, size: int) -> list[str]:
    """Return every run of `size` characters, then the shorter ones at the end: a prefix finds any character."""
    return [text[at : at + size] for at in range(len(text))]


def phrase_terms(text: str) -> list[str]:
    """Return the terms that stand in a row, in a layer of pairs, where a text stands; a lone character is its own."""
    return grams(text, 2)[: max(1, len(text) - 1)]
