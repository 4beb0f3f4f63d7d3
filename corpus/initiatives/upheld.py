"""Names that set phrases of policy give away: 坚持精准扶贫基本方略, 以供给侧结构性改革为主线, 建设美丽中国."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpus.initiatives.lists import HARD, modifiers, regions
from corpus.initiatives.noun_phrases import stops, verb_kind
from corpus.initiatives.sightings import Sighting
from corpus.text.expressions import any_of
from corpus.text.tables import listed
from corpus.text.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

_UPHELD = re.compile(
    rf"{any_of('name_forms', 'upholds')}([\u4e00-\u9fff]{{4,12}}?)({any_of('name_forms', 'upheld')})"
)
_LEADS = re.compile(rf"以([\u4e00-\u9fff]{{5,16}}?)为{any_of('name_forms', 'leads')}")
_LED = re.compile(rf"{any_of('name_forms', 'led')}\Z")
_LEAST_WORDS = 3


def upheld(text: str) -> Iterator[Sighting]:
    """Yield such names: what a basic strategy is, the reform that all else follows, a country or province to be."""
    for match in _UPHELD.finditer(text):
        name = match.group(1)
        if _is_plain_noun(cut(name)):
            yield Sighting(name, match.start(1), match.end(1), aliases=(name + match.group(2),))
    for match in _LEADS.finditer(text):
        words = cut(match.group(1))
        if verb_kind(words[0]) in {"carry", "make"}:
            words = words[1:]
        plain = all(word in modifiers("generic") for word in words[:-1])
        if len(words) >= _LEAST_WORDS and not plain and _is_plain_noun(words) and _LED.search(match.group(1)):
            name = "".join(words)
            yield Sighting(name, match.end(1) - len(name), match.end(1))
    for match in _to_be().finditer(text):
        name = match.group(1) or match.group(2)
        word = name[:2]
        if len(cut(word)) == 1 and not (stops(word) or verb_kind(word)):
            yield Sighting(name, match.end() - len(name), match.end())


def _is_plain_noun(words: list[str]) -> bool:
    adverbs = listed("governing_verbs.tsv", "adverb")
    return not any(stops(word) or (verb_kind(word) in HARD and word not in adverbs) for word in words)


@cache
def _to_be() -> re.Pattern[str]:
    """Return what finds a country or province that is to be built: 建设美丽中国, and 平安浙江 with a usual word."""
    places = "|".join(sorted(regions() - modifiers("opener") | {"中国"}, key=len, reverse=True))
    usual = "|".join(sorted(modifiers("brand")))
    built = rf"{any_of('name_forms', 'builds')}([\u4e00-\u9fff]{{2}}{any_of('name_forms', 'country')})"
    return re.compile(rf"{built}|((?:{usual})(?:{places}))(?=建设|目标|[，。、；]|\Z)")
