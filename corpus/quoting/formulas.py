"""Tells sentences that any office could have written, by data/formulas.tsv, and rows of figures."""

from __future__ import annotations

import re

from corpus.text.expressions import pattern

MOST_FIGURES = 3  # numbers in digits; more of them are a table read aloud
A_FIGURE = 20  # characters of text for each

_FORMULA = pattern("formulas", "formula", "sanction")
_LABEL = pattern("formulas", "label")
_FIGURE = re.compile(r"\d+(?:[.,，．]\d+)*")


def is_formula(text: str) -> bool:
    """Return whether a formula or a sanction stands in the text, or a label opens it."""
    return bool(_FORMULA.search(text) or _LABEL.match(text))


def is_figures(text: str) -> bool:
    """Return whether the text is a row of numbers with some words between."""
    return len(_FIGURE.findall(text)) > min(MOST_FIGURES, len(text) // A_FIGURE)
