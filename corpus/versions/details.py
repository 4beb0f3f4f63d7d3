"""Details of an article (title, status, …) that a curator gave: they stay until they are given anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.vocabulary import Article, Document


def with_given(document: Document, before: Mapping[str, str]) -> Article:
    """Return a document's article with the details that were given for it before and not anew, by field.

    An export says all of it itself, so it is left as it is.
    """
    if document.past:
        return document.article
    anew = dict(document.given)
    return replace(document.article, **{name: value for name, value in before.items() if name not in anew})
