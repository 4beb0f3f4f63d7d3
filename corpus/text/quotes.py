"""Marks that come in pairs: what opens a quotation, a title or a bracket, and what closes it."""

from __future__ import annotations

QUOTATIONS = {"“": "”", "‘": "’", "「": "」", "『": "』"}
PAIRS = QUOTATIONS | {"《": "》", "〈": "〉", "（": "）", "(": ")", "【": "】", "[": "]"}
"""All of them: in a text that can stand alone each that opens also closes."""

WHOLE = QUOTATIONS | {"《": "》", "（": "）"}
"""Those within which no sentence ends."""
