"""Makes small documents, ready to be saved."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from corpus.preparing import Prepared
from corpus.reading.canonical import compose
from corpus.reading.sections import split
from corpus.search.index_terms import for_index
from corpus.vocabulary import Article, Block, Document, Naming, Outline

if TYPE_CHECKING:
    from collections.abc import Sequence

MONDAY = "2026-11-23T09:00:00+00:00"
TUESDAY = "2026-11-24T09:00:00+00:00"
WEDNESDAY = "2026-11-25T09:00:00+00:00"


def a_document(
    paragraphs: Sequence[str],
    *,
    article: str = "plan",
    title: str = "规划",
    codes: Sequence[str] = (),
    **details: str,
) -> Document:
    """Make a document; a paragraph that begins with `# ` is a heading."""
    parts = [Block("title", title)]
    for text in paragraphs:
        head = text.startswith("# ")
        parts.append(Block("heading", text[2:], level=1) if head else Block("paragraph", text))
    outline = Outline(title, None, None, tuple(parts))
    raw = "\n\n".join((title, *paragraphs)).encode()
    known = Article(article, title, **details)
    return Document(known, outline, compose(outline), raw, hashlib.sha256(raw).hexdigest(), tuple(codes))


def ready(document: Document, names: Sequence[Naming] = ()) -> Prepared:
    """Prepare a document as `corpus.preparing` does, with the initiatives given."""
    sections = split(document)
    terms = tuple(for_index(section, document.article.title) for section in sections)
    return Prepared(document, sections, terms, tuple(names))


def prepared(
    paragraphs: Sequence[str],
    *,
    names: Sequence[Naming] = (),
    article: str = "plan",
    title: str = "规划",
    codes: Sequence[str] = (),
) -> Prepared:
    """Make a document and prepare it."""
    return ready(a_document(paragraphs, article=article, title=title, codes=codes), names)
