"""A query with two neighbours swapped: the commonest slip of a keyboard, looked for and scored in one spelling."""

from __future__ import annotations

from itertools import pairwise

SHORTEST_SWAPPED, LONGEST_SWAPPED = 3, 16  # characters of a query that is tried with neighbours swapped


def swapped(query: str) -> list[str]:
    """Return the query with each two neighbours swapped, from its beginning: 数字 → [字数]; equal ones are left out."""
    return [
        query[:at] + right + left + query[at + 2 :]
        for at, (left, right) in enumerate(pairwise(query))
        if left != right
    ]
