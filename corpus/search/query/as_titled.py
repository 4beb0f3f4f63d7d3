"""Puts the title of a document where a query calls it otherwise, and 第 before the number of its clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.search.query.called import called, turned
from corpus.search.query.titles import in_force, meant_titles, skeleton_of, titles
from corpus.text.clause_references import INSERTED, TYPED_PARTS
from corpus.text.document_names import STATE, TAIL, bare_title
from corpus.text.normalize import normalize_letters
from corpus.text.numerals import NUMBER
from corpus.text.title_names import KINDS, canonical, is_acronym, nicknames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.search.library import Library
    from corpus.search.query.called import Called
    from corpus.search.query.language import Query

LONGEST = 80  # characters of a query in which a document is looked for: a longer one is a text
LONGEST_NAME = 40  # characters of a name in it
_PIECE = re.compile(r"[^\s，。、；：！？,;:?!“”\"…《》]+")
_KIND = re.compile(
    rf"(?:{'|'.join(KINDS)}|解释)(?=(?P<number>[（(]?[一二三四五六七八九十\d]{{1,3}}[）)]?)?)|典"
)
_NUMBERED = re.compile(r"(?:修正案|解释)[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]?")
_LEADS = re.compile("^(?:请问|根据|依据|依照|按照?|参照|违反|现行|最新|新修订的?|新|我国的?|中国的?|国家)")
# a longer name that goes on behind the name of a law: the law is not its 实施条例
_GOES_ON = re.compile(
    "的?(?:实施|施行|司法|配套|补充|修正|修改|执行)?(?:若干)?(?:问题的)?(?:条例|办法|细则|规则|解释|修正案|决定|意见|通知|方案)"
)
_LINKS = re.compile("^[》”里中内上]?(?:面|[的对中]|关于|有关|规定了?)*[，,：:\\s]*")
_TRAILS = re.compile(
    "(?<=.)的(?:有关|相关|具体)?(?:规定|内容|条款|条文|要求|原文)(?:是什么|有哪些)?[?？。]*$"
)
_BARE_CLAUSE = re.compile(rf"^(?P<marks>[》”\"\s的]*)(?P<number>{NUMBER})\s*条")
_NUMBER_FIRST = rf"第?\s{{0,2}}(?P<clause>{NUMBER}\s{{0,2}}条(?:{INSERTED})?{TYPED_PARTS})"
_FIRST = re.compile(_NUMBER_FIRST)
_BEFORE = re.compile(rf"^{_NUMBER_FIRST}[\s，,]{{0,3}}(?P<marks>[《“\"]?)$")
_MISREAD = re.compile(
    rf"^(?P<marks>[》”\"\s的]*)第\s*(?P<number>{NUMBER})[^\W\d章节编篇卷部分款项目期批次届条一二三四五六七八九十百千]$"
)


@dataclass(frozen=True, slots=True)
class Titled:
    """A query that names a document by its title; `articles` are those of that title, `rest` what it says besides.

    `title` is the bare title, folded. `aside` says that the query calls it by no name of its own (二十大报告): what it
    says of the rest goes before all that the whole query finds.
    """

    query: Query
    articles: frozenset[str] = frozenset()
    rest: str = ""
    title: str = ""
    aside: bool = False


def as_titled(query: Query, library: Library) -> Titled:
    """Return a query with the title of the document that it names, and 第 before a clause of it; else as it is.

    社保法16条 is 社会保险法第16条 where the library has one such title. A name that several titles may be meant by is
    left.
    """
    if query.phrases or not 1 < len(query.text) <= LONGEST:
        return Titled(query)
    other = called(query.text, library)
    if other:
        return _otherwise(query, other, library)
    for start, end in _names(query.text):
        name = query.text[start:end]
        title = _title_of(canonical(normalize_letters(name)), library)
        if title:
            before, behind = query.text[:start], _clause(query.text[end:])
            before = _BEFORE.sub(r"第\g<clause> \g<marks>", before)
            articles = frozenset(in_force(titles(library.articles()).called(title), library))
            named = (
                name if title == bare_title(normalize_letters(name)) else _written(title, articles, library)
            )
            rest = _LINKS.sub("", f"{before.strip('《“ ')} {behind}".strip())
            rest = _TRAILS.sub("", rest).strip()
            return Titled(replace(query, text=f"{before}{named}{behind}"), articles, rest, title)
    return _turned(query, library)


def _written(title: str, articles: frozenset[str], library: Library) -> str:
    """Return a bare title as a query is to say it: whole where the state's name stands in the midst of it."""
    whole = skeleton_of(library.articles()[min(articles)].title) if articles else title
    return title if whole.removeprefix(STATE) == title else whole


def _otherwise(query: Query, other: Called, library: Library) -> Titled:
    """Return a query that calls a document by a number; where it says nothing else, by its title."""
    before, behind = query.text[: other.start], query.text[other.end :]
    rest = _TRAILS.sub("", _LINKS.sub("", f"{before.strip('《“ ')} {behind.strip('》” ')}".strip())).strip()
    title = min(library.articles()[key].title for key in other.articles)
    named = query if normalize_letters(rest) else replace(query, text=title)
    return Titled(named, other.articles, rest, bare_title(normalize_letters(title)), aside=True)


def _turned(query: Query, library: Library) -> Titled:
    """Return a query that is a title with its words turned round by that title, any other as it is."""
    articles = turned(query.text, library)
    if not articles:
        return Titled(query)
    title = min(library.articles()[key].title for key in articles)
    return Titled(replace(query, text=title), articles, "", bare_title(normalize_letters(title)))


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a document may be named: from the beginning of a piece to a kind of document, the longest first."""
    for piece in _PIECE.finditer(text):
        led = (_LEADS.match(piece[0]), _FIRST.match(piece[0]))
        starts = (piece.start(), *(piece.start() + found.end() for found in led if found))
        for start in starts:
            written = text[start : piece.end()][:LONGEST_NAME]
            ends = {start + found.end() for found in _KIND.finditer(written)}
            ends |= {start + found.end() for found in _NUMBERED.finditer(written)}
            folded = normalize_letters(written)
            ends |= {start + len(name) for name in nicknames() if folded.startswith(name)}
            yield from ((start, end) for end in sorted(ends, reverse=True) if not _goes_on(text, end))


def _goes_on(text: str, end: int) -> bool:
    """Whether a longer name goes on behind a place where a name may end."""
    return _GOES_ON.match(text, end) is not None


def _title_of(name: str, library: Library) -> str:
    """Return the bare title, folded, of the one document of a library that a name means; "" where none or several."""
    among = titles(library.articles())
    if among.called(name):
        return name
    if name in nicknames():
        return next((one for one in nicknames()[name] if one in among.trimmed or one in among.bare), "")
    said = meant_titles(name, library)
    if said.title:
        return ""  # mistyped: that is told
    meant = {skeleton_of(library.articles()[key].title) for key in said.articles}
    known = {bare_title(title) for title in meant}
    if not known and name.endswith(KINDS):
        known = {
            TAIL.sub("", title)
            for title in among.bare
            if title[:1] == name[:1] and is_acronym(name, TAIL.sub("", title))
        }
    return known.pop() if len(known) == 1 else ""


def _clause(behind: str) -> str:
    """Return what stands behind a name, with 第 before a clause that lacks it, and 条 for its misreading."""
    misread = _MISREAD.match(behind)
    if misread:
        return f"{misread['marks']}第{misread['number']}条"
    return _BARE_CLAUSE.sub(r"\g<marks>第\g<number>条", behind, count=1)
