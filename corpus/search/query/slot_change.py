"""Puts another year, place or clause into a question: what 换成2023年 asks of the question before it."""

from __future__ import annotations

from corpus.search.query.taking_up import slots_in
from corpus.text.document_names import places, short_place


def with_slots(question: str, left: str) -> str:
    """Return a question with the years, places and clauses of `left` in place of its own of the same kind.

    `with_slots("杭州2024年的GDP目标", "2023年 宁波")` is "宁波2023年的GDP目标". What the question has none of is put
    behind it.
    """
    for slot in left.split():
        own = next((one for one in slots_in(question) if _kind(one) == _kind(slot)), "")
        question = question.replace(own, slot, 1) if own else f"{question} {slot}"
    return question


def _kind(slot: str) -> str:
    """Return whether a slot is a clause, a place or, for all else that is one, a year."""
    if slot.startswith("第"):
        return slot[-1] if slot[-1] in "款项章" else "条"
    return "place" if slot in places() or short_place(slot) in places() else "year"
