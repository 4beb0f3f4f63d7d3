"""Which titles of a library a name means: its titles, sorted once by all that a name may have of them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from corpus.search.per_library import PerLibrary
from corpus.text.abbreviations import listed, stands_in_order
from corpus.text.document_names import (
    ALIKE,
    ATTACHED,
    ISSUED,
    REMEMBERED,
    REPEALED,
    STATE,
    TAIL,
    bare_title,
    is_same,
    parted,
)
from corpus.text.normalize import normalize_letters
from corpus.text.numerals import in_characters
from corpus.text.segmentation import cut_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corpus.search.library import Library
    from corpus.vocabulary import Article

LONGEST_INITIALLED = 4  # characters of a name made of first characters, before 法
LONGEST_TITLE = 4  # characters of its title for each of them
_EXPLAINS = re.compile(
    "关于(?:适用|执行)(?P<law>.{2,30}?)(?:若干|有关|具体应用)?(?:问题)?的?(?:司法)?解释(?P<number>[一二三四五六七八九十])?$"
)
_NAMED_EXPLANATION = re.compile(
    r"(?P<law>.{2,30}?)的?(?:司法)?解释第?(?P<number>[一二三四五六七八九十]|\d{1,2})?号?"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?=年?(?:修订|修正|修改|版|本))")
WORTH_COMPARING = 0.3  # likeness below which not even what sounds the same is one name mistyped


@dataclass(frozen=True, slots=True)
class MeantTitles:
    """The articles of the library that a name means; `title` is theirs where the name was mistyped."""

    articles: frozenset[str] = frozenset()
    title: str = ""


def _lists() -> defaultdict[str, list[str]]:
    return defaultdict(list)


@dataclass(slots=True)
class Titles:
    """The ids of articles by what a name may have of their folded titles.

    `bare` is the title without the state's name, `trimmed` without 试行 and the like too, `rests` without the place
    or the court that issued it; `laws` are those that end in 法, by their first character; `long` are the bare titles
    themselves by their length; `attached` the documents that a letter brings along; `explained` the judicial
    interpretations, by the law that they are of and their number.
    """

    whole: dict[str, str] = field(default_factory=dict)
    bare: defaultdict[str, list[str]] = field(default_factory=_lists)
    trimmed: defaultdict[str, list[str]] = field(default_factory=_lists)
    places: defaultdict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    rests: defaultdict[str, list[str]] = field(default_factory=_lists)
    laws: defaultdict[str, list[str]] = field(default_factory=_lists)
    long: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    attached: defaultdict[str, list[str]] = field(default_factory=_lists)
    explained: defaultdict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, key: str, title: str) -> None:
        """Sort in one article."""
        bare, parts = bare_title(title), parted(title)
        self.whole[key] = title
        if bare not in self.bare:
            self.long[len(bare)].append(bare)
        self.bare[bare].append(key)
        self.trimmed[TAIL.sub("", bare)].append(key)
        self.places[parts].append(key)
        for rest in {TAIL.sub("", parts[1]), ISSUED.sub("", title, count=1)}:
            self.rests[rest].append(key)
        if bare.endswith("法"):
            self.laws[bare[0]].append(key)
        letter, explains = ATTACHED.search(bare), _EXPLAINS.search(bare)
        if letter:
            for name in {letter["name"], TAIL.sub("", letter["name"])}:
                self.attached[name].append(key)
            self.rests[TAIL.sub("", parted(letter["name"])[1])].append(key)
        if explains:
            self.explained[explains["law"], explains["number"] or ""].append(key)

    def called(self, name: str) -> list[str]:
        """Return the articles of a bare title, or those that bring a document of this title along."""
        return [*dict.fromkeys((*self.bare.get(name, ()), *self.trimmed.get(name, ())))] or self.attached.get(
            name, []
        )


def _sorted(articles: Mapping[str, Article]) -> Titles:
    made = Titles()
    for key, article in articles.items():
        made.add(key, skeleton_of(article.title))
    return made


titles = PerLibrary(_sorted)
"""Sorts the titles of a library's articles."""


@lru_cache(maxsize=REMEMBERED)
def skeleton_of(title: str) -> str:
    """Fold a title: every one is compared with every name."""
    return normalize_letters(title)


def meant_titles(name: str, library: Library) -> MeantTitles:
    """Return which articles a folded name means, surest way first; none where two titles may be meant as well.

    The title is the name, the state's name and 试行 and the like set aside; then without the place or the
    court that issued it, where the name has none; then what the name is short for; then the name mistyped.
    Of several versions those in force are meant, and of these the newest.
    """
    among = titles(library.articles())
    names = [name, *listed(name.removeprefix(STATE)), *library.full_forms(name.removeprefix(STATE))]
    for found in (meant for one in names for meant in _meant(one, among)):
        if found:
            standing = in_force(found, library)
            alone = len({bare_title(among.whole[key]) for key in standing}) == 1
            return MeantTitles(frozenset(standing)) if alone else MeantTitles()
    slips = {key for key in _as_long(name, among) if is_same(name, among.whole[key])}
    if len({bare_title(among.whole[key]) for key in slips}) != 1:
        return MeantTitles()
    return MeantTitles(frozenset(slips), library.articles()[min(slips)].title)


def in_force(keys: Iterable[str], library: Library) -> list[str]:
    """Return those of some articles that are not repealed, all where each is; of versions under one name the newest.

    Versions have one title but for what is set behind it (2018修正), and a year there or a date to tell them by.
    """
    articles, keys = library.articles(), list(keys)
    standing = [key for key in keys if not REPEALED.search(articles[key].status or "")] or keys
    bare = {key: bare_title(skeleton_of(articles[key].title)) for key in standing}
    if len(set(bare.values())) < 2 or len({TAIL.sub("", title) for title in bare.values()}) > 1:
        return standing
    years = {key: _year(articles[key]) for key in standing}
    newest = max(years.values())
    return [key for key in standing if years[key] == newest] if all(years.values()) else standing


def _year(article: Article) -> str:
    """Return the year or day from which a version is in force, as far as it is known, "" where it is not."""
    said = _YEAR.search(article.title)
    return said[0] if said else (article.effective or article.published or "")[:4]


def shortened(name: str, library: Library) -> tuple[str, ...]:
    """Return the bare titles that a name of a law may be short for, be it a word itself: 社保法 for 社会保险法.

    It is no sure way to find one, and enough not to deny it.
    """
    among = titles(library.articles())
    bare = [bare_title(among.whole[key]) for key in among.laws.get(name[:1], ())]
    return tuple(dict.fromkeys(title for title in bare if _is_in_order(name, title)))


def namesakes(name: str, library: Library) -> tuple[str, ...]:
    """Return the titles, folded, that are a name without a place, each with its own place or issuer before it."""
    if parted(name)[0] or name.startswith(STATE):
        return ()
    among = titles(library.articles())
    found = among.rests.get(TAIL.sub("", bare_title(name)), [])
    return tuple(dict.fromkeys(bare_title(among.whole[key]) for key in found))


def _meant(name: str, among: Titles) -> Iterator[list[str]]:
    """Yield the articles that a name may mean, one way after another."""
    bare, trimmed, place = bare_title(name), TAIL.sub("", bare_title(name)), parted(name)
    national = name.startswith(STATE)
    yield among.bare.get(bare, [])
    yield among.trimmed.get(trimmed, [])
    yield among.attached.get(bare, []) or among.attached.get(trimmed, [])
    yield among.explained.get(_explanation(bare), [])
    there = among.places.get(place, [])
    yield [key for key in there if not national or among.whole[key].startswith(STATE)]
    yield [key for key in among.laws.get(bare[:1], ()) if _is_initialled(bare, bare_title(among.whole[key]))]
    if not (place[0] or national):
        yield among.rests.get(trimmed, [])


def _explanation(name: str) -> tuple[str, str]:
    """Return the law and the number of a judicial interpretation as people name it: 继承法解释二 is (继承法, 二)."""
    found = _NAMED_EXPLANATION.fullmatch(name)
    if not found:
        return "", ""
    number = found["number"] or ""
    return found["law"], in_characters(int(number)) if number.isdecimal() else number


def _is_initialled(short: str, title: str) -> bool:
    """Whether a name is made of characters of a title, in order, from its first to its kind: 个保法, 行诉法.

    What is a word itself is no such name: 水法 is not 水土保持法, nor 保险法 anything but itself.
    """
    return _is_in_order(short, title) and all(len(word) == 1 for word in cut_words(short[:-1]))


def _is_in_order(short: str, title: str) -> bool:
    """Whether a title holds the characters of a name, in order, from its first to its kind."""
    body, kind = short[:-1], short[-1:]
    if not 1 < len(body) <= LONGEST_INITIALLED or kind != "法" or not title.endswith(kind):
        return False
    near = title[0] == body[0] and len(title) <= LONGEST_TITLE * len(body)
    return near and stands_in_order(body, title)


def _as_long(name: str, among: Titles) -> Iterable[str]:
    """Yield articles whose titles are about as long as a name and have some of its characters in their places."""
    bare = bare_title(name)
    apart = max(1, int(len(name) * (1 - ALIKE)))
    sizes = range(len(bare) - apart, len(bare) + apart + 1)
    as_long = [title for size in sizes for title in among.long.get(size, ())]
    return (key for title, _ in like(bare, as_long, WORTH_COMPARING) for key in among.bare[title])


def like(name: str, bare_titles: Iterable[str], least: float) -> Iterable[tuple[str, float]]:
    """Yield those of some titles that are like a name, with how like they are, 0 to 1."""
    # a list: of a mapping the values would be compared
    alike = extract_iter(name, list(bare_titles), scorer=OSA.normalized_similarity, score_cutoff=least)
    return ((title, likeness) for title, likeness, _ in alike)
