"""The note under a law's title, （…通过　…公布　自…起施行）: whether a line is one, and the dates that it gives."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from corpus.reading.article_fields import iso
from corpus.text.expressions import any_of, pattern

_DAY = r"[\d〇○零一二三四五六七八九]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
_OPENING = re.compile(rf"^[（(](?:自|根据|经)?\s*{_DAY}")
_ARABIC = re.compile(r"(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ACTS = ("passed", "revised", "announced", "in force")
_SAID = re.compile("|".join(f"(?P<{act.replace(' ', '_')}>{any_of('front_lines', act)})" for act in _ACTS))
_STATED = pattern("front_lines", *_ACTS)
_NAMED = re.compile(r"《[^《》]*》|〈[^〈〉]*〉|<[^<>]*>")
_DEPTH = 6
"""Names inside names that are taken out of a note at most."""
LONGEST = 600
"""Characters of a note at most; each revision adds some sixty."""


class Dates(NamedTuple):
    """What a note says of a document: the last date of each act in ISO form, "" where it gives none."""

    passed: str = ""
    revised: str = ""
    announced: str = ""
    in_force: str = ""

    @property
    def version(self) -> str:
        """The date of the text as it stands: announced or revised, whichever is later, else passed."""
        return max(self.announced, self.revised) or self.passed


def opens(text: str) -> bool:
    """Return whether a line opens such a note: a bracket and a whole date, or who passed what."""
    return _OPENING.match(_plain(text)) is not None


def is_whole(text: str) -> bool:
    """Return whether a text is such a note from bracket to bracket."""
    return opens(text) and len(text) <= LONGEST and is_closed(text) and _STATED.search(text) is not None


def is_closed(text: str) -> bool:
    """Return whether the bracket that opens a text is the one that ends it."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character in "（(") - (character in "）)")
        if depth <= 0:
            return not text[place + 1 :].strip("。 \u3000")
    return False


def dates(text: str) -> Dates:
    """Return the dates in a note, each under the act that follows it; names of documents (《…》) say nothing.

    根据2020年12月23日…通过的《…的决定》修正 is a revision: of several acts behind a date the last one counts.
    """
    said = _plain(text)
    for _ in range(_DEPTH):
        said = _NAMED.sub("", said)
    found, waiting = dict.fromkeys(_ACTS, ""), list[str]()
    places = list(_ARABIC.finditer(said))
    ends = [*(following.start() for following in places[1:]), len(said)]
    for day, end in zip(places, ends, strict=False):
        waiting.append(iso(re.sub(r"\s", "", day.group())))
        acts = list(_SAID.finditer(said, day.end(), end))
        if acts:
            act = (acts[-1].lastgroup or "").replace("_", " ")
            found[act] = max(found[act], *waiting)
            waiting = []
    return Dates(*(found[act] for act in _ACTS))


def _plain(text: str) -> str:
    """Return a text with the digits of either width as ASCII."""
    return "".join(unicodedata.normalize("NFKC", one) if one.isdigit() else one for one in text)
