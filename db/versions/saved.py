"""What became of a document that was saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.versions.change_preview import SaveOutcome
    from corpus.vocabulary import Article


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a document: its version, and how its sections compare with those before."""

    article: Article
    outcome: SaveOutcome
    version: int
    sections: int
    kept: int = 0
    edited: int = 0
    added: int = 0
    removed: int = 0
