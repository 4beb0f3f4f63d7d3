"""What is loaded before the first request, so that nobody waits for a dictionary."""

from __future__ import annotations

from corpus.matching.asked import ask
from corpus.matching.query import parse
from corpus.matching.sounds import sounds
from corpus.matching.words import search_words

# any words do: each kind of query loads the tables it needs
SAMPLES = ("数字经济引领高质量发展", "shuzi jingji", "szjj")


def warm() -> None:
    """Load the dictionary of words and the tables of script and sound."""
    for sample in SAMPLES:
        sounds(sample)
        search_words(sample)
        ask(parse(sample))
