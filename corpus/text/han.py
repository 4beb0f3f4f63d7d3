"""Which characters are Chinese ones: one range for every pattern, and the question for a single character.

Four users have another range, and say why where it stands: `layout.columns` (what a page sets as one character),
`formats.decoding` (what tells a right decoding from a wrong one), `text.lexicon` (what jieba takes for a word) and
`search.score.windows` (what is no letter).
"""

from __future__ import annotations

HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
"""The unified ideographs, the rare ones of names of people, places and species too, for a class of a pattern: [{HAN}].

The compatibility ideographs (from U+F900) are left out: `normalize` makes unified ones of them. So is 〇, a numeral.
"""


def is_han(character: str) -> bool:
    """Return whether one character is a unified ideograph; 〇, かな and "" are none."""
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"
