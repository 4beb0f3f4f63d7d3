"""Documents that a query calls by no name of theirs: by a congress, a number of issue, or their words turned round."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.search.per_library import PerLibrary
from corpus.search.phrase_query import find_phrase
from corpus.text.document_names import CONGRESS, TAIL, bare_title, is_same, parted
from corpus.text.normalize import normalize_letters
from corpus.text.numerals import in_characters, value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.search.library import Library
    from corpus.vocabulary import Article

SHORTEST_TURNED = 5  # characters of a title that is known by its characters in whatever order
FIRST = 4  # sections at the beginning of a document in which it says what it is
MOST_HELD = 200  # sections that hold the name of a congress, or a number of issue
BESIDE = 12  # characters of a line that is little more than a number of issue
# 国发〔2023〕5号, with brackets of any kind or none
_ISSUE = re.compile(
    r"([^\W\d_a-zA-Z]{1,12})\s{0,2}[〔\[（(【\uff3b〈<]?\s{0,2}((?:19|20)\d\d)\s{0,2}年?\s{0,2}[〕\]）)】\uff3d〉>]?\s{0,2}第?\s{0,2}(\d{1,4})\s{0,2}号"
)
_OTHER_PAPER = re.compile("(?:决议|公报|通知|决定|意见|名单|说明|修正案|讲话)$")


@dataclass(frozen=True, slots=True)
class Called:
    """Where in a query a document is called so, and the articles that it means."""

    start: int
    end: int
    articles: frozenset[str]


def _lists() -> defaultdict[str, set[str]]:
    return defaultdict(set)


@dataclass(slots=True)
class _Ways:
    """The ids of articles by their number of issue, and by the characters of their titles, sorted."""

    issues: defaultdict[str, set[str]] = field(default_factory=_lists)
    turned: defaultdict[str, set[str]] = field(default_factory=_lists)


def _sorted(articles: Mapping[str, Article]) -> _Ways:
    ways = _Ways()
    for key, article in articles.items():
        for found in _ISSUE.finditer(f"{article.document_number or ''} {article.title}"):
            ways.issues["".join(found.groups())].add(key)
        bare = bare_title(normalize_letters(article.title))
        place, rest = parted(bare)
        for name in {bare, TAIL.sub("", bare), place + rest}:
            if len(name) >= SHORTEST_TURNED:
                ways.turned["".join(sorted(name))].add(key)
    return ways


_ways = PerLibrary(_sorted)


def called(text: str, library: Library) -> Called | None:
    """Return the document that a query calls by the number of a congress or of issue; None where there is none."""
    congress, issue = CONGRESS.search(text), _ISSUE.search(text)
    if congress:
        found = _of_congress(value(congress["number"]), library)
        return Called(congress.start(), congress.end(), found) if found else None
    if issue:
        start, found = _of_issue(issue, library)
        return Called(start, issue.end(), found) if found else None
    return None


def turned(text: str, library: Library) -> frozenset[str]:
    """Return the articles whose title is made of just the characters of a text, in another order: none for several."""
    letters = normalize_letters(text)
    if len(letters) < SHORTEST_TURNED:
        return frozenset()
    found = _ways(library.articles()).turned.get("".join(sorted(bare_title(letters))), set())
    titles = {bare_title(normalize_letters(library.articles()[key].title)) for key in found}
    # two characters changed about are a slip, of which the one who typed it is told
    alone = len(titles) == 1 and not any(is_same(bare_title(letters), title) for title in titles)
    return frozenset(found) if alone else frozenset()


def _of_congress(number: int, library: Library) -> frozenset[str]:
    """Return the reports to a congress: their title says its number, or their first lines do."""
    said = f"第{in_characters(number)}次全国代表大会"
    short = f"{in_characters(number)}大"
    titles = {key: normalize_letters(one.title) for key, one in library.articles().items()}
    reports = {
        key
        for key, title in titles.items()
        if (said in title or title.endswith((short, f"{short}报告"))) and not _OTHER_PAPER.search(title)
    }
    if not reports:
        ids = find_phrase(library, "bigrams", f"中国共产党{said}上的报告", MOST_HELD)
        first = (one for one in library.sections(ids) if one.number <= FIRST)
        reports = {one.article for one in first if normalize_letters(one.text).startswith("在中国共产党")}
    return frozenset(reports)


def _of_issue(issue: re.Match[str], library: Library) -> tuple[int, frozenset[str]]:
    """Return where a number of issue begins in a query, and the articles that have it."""
    known, office, number = _ways(library.articles()).issues, issue[1], issue[2] + issue[3]
    for at in range(len(office)):
        found = known.get(office[at:] + number, set()) or _headed(f"{office[at:]}{number}号", library)
        if found:
            return issue.start() + at, frozenset(found)
    return issue.start(), frozenset()


def _headed(number: str, library: Library) -> set[str]:
    """Return the articles that bear a number of issue, folded, in a line of its own at their beginning."""
    sections = library.sections(find_phrase(library, "bigrams", number, MOST_HELD))
    lines = ((one, normalize_letters(one.text)) for one in sections if one.number <= FIRST)
    return {one.article for one, line in lines if number in line and len(line) <= len(number) + BESIDE}
