"""Names that no type word shows: what an article is about and says again and again, found by counting."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from corpus.initiatives.lists import HARD, modifiers
from corpus.initiatives.noun_phrases import verb_kind
from corpus.initiatives.repeated import repeated
from corpus.initiatives.sightings import Sighting
from corpus.initiatives.titled import could_be_a_name
from corpus.text.expressions import any_of
from corpus.text.words import cut, frequency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.initiatives.repeated import Repeated

GOVERNED = 0.07
"""Share of governing verbs among the words from which on a text is policy: half of it has 0.1, half of others 0.025."""
BEGINNING = 20_000
"""Characters by which a text is told to be policy or not."""
BOUND = 0.5
"""Share of the places of the rest of a name in which a lone character at its end must stand with it."""
COMMON = 5
"""Times in the texts of the dictionary from which on a word is a common one."""
LEADING = 4
"""Times that what the first sentence of an article holds must stand alone to be what the article is about."""
_SHORTEST, _LONGEST_TITLE = 3, 20
_PAPER = re.compile(rf"{any_of('document_kinds', 'paper')}\Z")
_CLAUSE = re.compile(r"第[一二三四五六七八九十百千零〇\d]{1,7}条")
_SENTENCE = re.compile(r"[^。！？\n]*")
_BEHIND = re.compile(r"(?<![ _])[ _]*+[（(][^（）()]*[）)]\Z")
_MARKS = "《》〈〉“”「」『』 "
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_DEFINED = rf"{any_of('name_forms', 'defines')}"
_ALSO = (
    rf"[”」』]?[（，]?{any_of('name_forms', 'also called')}[“「『]?"
    r"([\u4e00-\u9fffA-Za-z0-9]{2,12})(?=[，。；）、”」』])"
)


def subjects(title: str, headings: Sequence[str], texts: Sequence[str]) -> Iterator[Sighting]:
    """Yield what an article in simplified script is about, with its short forms.

    Policy texts repeat fields and bodies, which are no names: they are left to the signs of a name.
    """
    if is_policy(title, texts):
        return
    text = "\n".join(texts)
    opening = _SENTENCE.match(text)[0]  # type: ignore[index] # it matches nothing too
    found = {name: one for name, one in repeated(texts).items() if _could_be(one)}
    whole = _BEHIND.sub("", title).strip(_MARKS)
    names = [whole] if _is_subject(whole, text) else []
    names += [
        name
        for name, one in found.items()
        if name in title
        or name in headings
        or _is_new(one)
        or _is_defined(name, texts)
        or (name in opening and one.alone >= LEADING)
    ]
    yield from _with_short_forms(dict.fromkeys(names), found, text)


def is_policy(title: str, texts: Sequence[str]) -> bool:
    """Return whether texts are policy: clauses, or nouns governed by verbs of carrying out (推进, 完善, 落实)."""
    if _PAPER.search(title) or any(map(_CLAUSE.match, texts)):
        return True
    runs = chain.from_iterable(_HAN.findall(text) for text in _beginning(texts))
    words = [word for run in runs for word in cut(run)]
    governed = sum(verb_kind(word) in HARD and len(word) > 1 for word in words)
    return governed >= GOVERNED * max(1, len(words))


def _beginning(texts: Iterable[str]) -> Iterator[str]:
    left = BEGINNING
    for text in texts:
        if left <= 0:
            return
        yield text[:left]
        left -= len(text)


def _is_subject(whole: str, text: str) -> bool:
    """Return whether a title is a name as a whole: no common word, and what the text opens with or says again."""
    if not 1 < len(whole) <= _LONGEST_TITLE or frequency(whole) >= COMMON or whole in modifiers("ordinary"):
        return False
    return text.startswith((whole, f"《{whole}", f"“{whole}")) or text.count(whole) > 1


def _could_be(one: Repeated) -> bool:
    words = one.words
    return (
        len(one.text) >= _SHORTEST
        and not any(word.isdigit() for word in words)
        and could_be_a_name(words, one.text)
        and frequency(one.text) < COMMON
    )


def _is_new(one: Repeated) -> bool:
    """Return whether a string holds a character that goes with no word (图书站).

    At an end it is no affix, and the rest stands mostly with it: else it is a verb or a measure beside a word.
    """
    first, *lone, last = one.words
    if one.first_bound >= BOUND and first not in modifiers("prefix"):
        lone.append(first)
    if one.last_bound >= BOUND and last not in modifiers("suffix"):
        lone.append(last)
    return any(len(word) == 1 and _HAN.fullmatch(word) for word in lone) and not (
        _is_loose(first, one.first_bound) or _is_loose(last, one.last_bound)
    )


def _is_loose(word: str, bound: float) -> bool:
    """Return whether a lone character at an end of a string stands there by the way."""
    return len(word) == 1 and bound < BOUND


def _is_defined(name: str, texts: Sequence[str]) -> bool:
    """Return whether a paragraph opens by saying what a name is (消费扶贫是…)."""
    opening = re.compile(rf"[“「『]?{re.escape(name)}[”」』]?{_DEFINED}")
    return any(opening.match(text) for text in texts)


def _with_short_forms(names: Iterable[str], found: Mapping[str, Repeated], text: str) -> Iterator[Sighting]:
    """Yield the names, each with what it is also called and with its end or beginning that stands alone too."""
    taken: set[str] = set()
    for name in sorted(names, key=lambda one: (-len(one), one)):
        if name in taken:
            continue
        short = [one for one in found if _is_end(one, name)]
        also = re.search(re.escape(name) + _ALSO, text)
        called = [also[1]] if also and frequency(also[1]) < COMMON else []
        aliases = (*short, *called)
        taken.update(aliases)
        at = text.find(name)
        yield Sighting(name, at, at + len(name), aliases=aliases)


def _is_end(short: str, name: str) -> bool:
    """Return whether a string is a name without a word of two characters and more at its beginning or its end."""
    return len(name) > len(short) + 1 and (name.endswith(short) or name.startswith(short))
