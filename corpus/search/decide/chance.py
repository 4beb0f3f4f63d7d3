"""Whether a name of three characters only seems to stand in a text: two of them in a row stand in many by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.search.query.weights import Weighed

SHORT = 3  # characters of a name
# what shows that a section is meant, however the characters stand
_MEANT = ("exact", "alias", "head", "clause", "titled", "under", "defines", "swapped", "initials")


def is_by_chance(weighed: Weighed, parts: Mapping[str, float]) -> bool:
    """Whether a section has no more of a short name than two characters: a third of it is another name.

    廉组房 sounds like 廉租房, 地方债 is all there in 地方政府债务, but 六张网 is no 一张网, nor 放管服 投放管理.
    """
    if weighed.kind != "name" or len(weighed.asked.bare) != SHORT or any(parts[name] for name in _MEANT):
        return False
    return parts["sound"] < 1 and parts["order"] < 1
