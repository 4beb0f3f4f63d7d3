"""Wording that tells a topic phrase (推进高水平创新载体建设。) from a statement (过去40年是…大发展。)."""

from __future__ import annotations

import re

from corpus.text.expressions import any_of, pattern

_VERB = pattern("topic_words", "verb")
_NOUN = re.compile(any_of("topic_words", "noun") + "$")
_STATEMENT = pattern("topic_words", "statement")
LONGEST_TOPIC = 42


def is_topic(sentence: str) -> bool:
    """Return whether a sentence (without marker) names a topic: short, opening with a directive or a plain noun."""
    bare = sentence.rstrip("。")
    if not 2 <= len(bare) <= LONGEST_TOPIC or re.search(r"[；：？！;:?!]", bare):
        return False
    if len(bare) <= 10 and _NOUN.search(bare) and not re.search(r"[，,]", bare):
        return True
    return _VERB.match(bare) is not None and not _STATEMENT.search(bare)
