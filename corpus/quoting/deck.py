"""The order in which a channel sees its passages: shuffled by a seed, each once before any comes again.

Nothing is kept but the seed and what was dealt, so the order can be audited: `deal` gives the same answer
for the same seed, history and passages, in any process and at any time.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

KEY = 16  # hexadecimal digits of a passage's key: a billion passages would hardly hold two alike


@dataclass(frozen=True, slots=True)
class Dealt:
    """One card: the key of a passage, and in which round of the deck, from 1, it was dealt."""

    key: str
    round: int


def key(text: str) -> str:
    """Return the key of a passage: a hash of its normalised text, equal in every article, version and typography."""
    return hashlib.sha256(normalize_letters(text).encode()).hexdigest()[:KEY]


def deal(seed: str, history: Sequence[Dealt], keys: Collection[str]) -> Dealt | None:
    """Return the card that follows `history`, oldest first; None where `keys` is empty.

    A card is one not yet dealt in this round; what was never dealt goes before what was, and the half of
    the deck that was dealt last waits. Among the rest the seed decides.
    """
    if not keys:
        return None
    number, rest = _rest(history, keys)
    ever = {card.key for card in history}
    new = [one for one in rest if one not in ever]
    waiting = {card.key for card in history[-(len(keys) // 2) :]} if len(keys) > 1 else set()
    rested = new or [one for one in rest if one not in waiting] or rest
    return Dealt(min(rested, key=lambda one: (_place(seed, number, one), one)), number)


def left(history: Sequence[Dealt], keys: Collection[str]) -> int:
    """Return how many passages are still to come before one comes again; 0 where the round is over."""
    number = _round(history)
    dealt = {card.key for card in history if card.round == number}
    return sum(1 for one in keys if one not in dealt)


def _round(history: Sequence[Dealt]) -> int:
    return max((card.round for card in history), default=1)


def _rest(history: Sequence[Dealt], keys: Collection[str]) -> tuple[int, list[str]]:
    """Return the round that the next card belongs to, and what may still be dealt in it."""
    number = _round(history)
    dealt = {card.key for card in history if card.round == number}
    rest = [one for one in keys if one not in dealt]
    return (number, rest) if rest else (number + 1, list(keys))


def _place(seed: str, number: int, one: str) -> bytes:
    """Return the sort key of a passage in a round: a hash of the three, so that none depends on another passage."""
    return hashlib.blake2b(f"{seed}:{number}:{one}".encode(), digest_size=8).digest()
