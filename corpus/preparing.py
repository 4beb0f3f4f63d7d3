"""From a document as read to all that a store keeps of it: pure, so that it can run in another process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.initiatives.extraction import extract
from corpus.reading.sections import split
from corpus.search.index_terms import for_index

if TYPE_CHECKING:
    from corpus.search.index_terms import IndexTerms
    from corpus.vocabulary import Article, Document, Naming, Section


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with its sections, the index terms of each in the same order, and its initiatives."""

    document: Document
    sections: tuple[Section, ...]
    terms: tuple[IndexTerms, ...]
    initiatives: tuple[Naming, ...]


def prepare(document: Document) -> Prepared:
    """Cut a document into sections, make their index terms and read out the initiatives it names."""
    sections = split(document)
    title = document.article.title
    terms = tuple(for_index(section, title) for section in sections)
    return Prepared(document, sections, terms, extract(sections, title))


def retold(prepared: Prepared, article: Article) -> Prepared:
    """Return the same with other details; its title counts in the index."""
    document = replace(prepared.document, article=article)
    terms = tuple(for_index(section, article.title) for section in prepared.sections)
    return replace(prepared, document=document, terms=terms)


def renamed(prepared: Prepared, article: str) -> Prepared:
    """Return the same as another article: nothing but its id depends on its id."""
    document = replace(prepared.document, article=replace(prepared.document.article, id=article))
    sections = tuple(replace(section, article=article) for section in prepared.sections)
    return replace(prepared, document=document, sections=sections)
