"""The query language: words, “exact phrase”, -without, and the filters 文章: 章节: 作者: 日期:."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.errors import EmptyQueryError, QueryError, RepeatedError
from corpus.radicals import unified
from corpus.text.normalize import normalize, normalize_letters
from corpus.text.years import asked_years

if TYPE_CHECKING:
    from corpus.vocabulary import Article

LONGEST = 200  # characters that are looked at: longer than any sentence one remembers
REMEMBERED = 65_536  # folded titles and authors, some 15 MB
PAIRS = (('“”„"＂', '“”„‟"＂'), ("「", "」"), ("『", "』"), ("﹁", "﹂"), ("‘", "’"))
NAMES = {
    "文章": "article",
    "标题": "article",
    "章节": "heading",
    "作者": "author",
    "日期": "dates",
    "时间": "dates",
}
_PHRASES = [re.compile(f"[{opens}]([^{opens}{closes}]+)[{closes}]") for opens, closes in PAIRS]
_FILTER = re.compile(rf"(?:^|(?<=\s))({'|'.join(NAMES)})\s?[:：](?:[“\"]([^”\"]*)[”\"]|(\S*))")
_WITHOUT = re.compile(r"(?:^|(?<=\s))[-－](?:[“\"]([^”\"]+)[”\"]|(\w\S*))")
# other search engines' operators, and people whom a message names: neither is looked for in the text
_ASIDE = re.compile(r"(?:^|(?<=\s))(?:@[^\s@]+|<@[^<>\s]*>|AND|OR|&&?|\|\|?)(?=\s|$)")
_DATE = r"\d{4}(?:-(?:0?[1-9]|1[0-2])(?:-(?:0?[1-9]|[12]\d|3[01]))?)?"
_DATES = re.compile(rf"({_DATE})?(?:(\.\.|…|~|～|至)({_DATE})?)?")
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")  # 20181001
_NOT = re.compile(r"(?:^|(?<=\s))NOT\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Query:
    """What a user asks: `text` is to be found; the rest says where, and where not.

    `phrases` are to stand exactly so, `excluded` nowhere in the section; all are as typed, but for radicals, which
    are the characters that they print. `since` and `until` are ISO dates or beginnings of them, both included.
    `limits` are the filters on articles as typed; `raw` is all that was typed. `meaning` is what a question asks the
    meaning of that was taken off (`framing`), as typed.
    """

    raw: str
    text: str
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    article: str = ""
    heading: str = ""
    author: str = ""
    since: str = ""
    until: str = ""
    limits: tuple[str, ...] = ()
    meaning: str = ""

    @property
    def verbatim(self) -> str:
        """What is to stand in the section with its very punctuation: the text, or the one phrase that it is."""
        alone = len(self.phrases) == 1 and normalize_letters(self.phrases[0]) == normalize_letters(self.text)
        return self.phrases[0] if alone and self.text[:1] != self.phrases[0][:1] else self.text

    @property
    def limits_articles(self) -> bool:
        """Whether only some articles are asked for."""
        return bool(self.article or self.author or self.since or self.until)

    def admits(self, article: Article) -> bool:
        """Whether an article passes the filters on title, author and date."""
        return (
            (
                not self.article
                or self.article == article.id
                or _folded(self.article) in _folded(article.title)
            )
            and (not self.author or _folded(self.author) in _folded(article.author or ""))
            and any(_within(date, self.since, self.until) for date in _dates_of(article))
        )


@lru_cache(maxsize=REMEMBERED)
def _folded(text: str) -> str:
    """Fold a title, an author or what is asked of them: every article is compared with every filter."""
    return normalize_letters(text)


def parse(text: str) -> Query:
    """Read a query; QueryError where a filter is empty or there twice, or a date cannot be read."""
    # patterns know no radicals: ⼈ is a symbol to them and would end a word
    raw, rest = text, unified(text[:LONGEST]).replace("\x00", " ")
    while (width := len(normalize_letters(rest))) > LONGEST:  # some characters become as many as eighteen
        rest = rest[: len(rest) * LONGEST // width]
    filters, limits, rest = _take_filters(rest)
    said = _ASIDE.sub(" ", rest)
    rest = said if normalize_letters(said) else rest
    rest = _NOT.sub("-", rest)
    excluded = tuple(found[1] or found[2] for found in _WITHOUT.finditer(rest))
    without = _WITHOUT.sub(" ", rest).strip()
    alone = bool(excluded) and not normalize_letters(without) and not filters
    if alone and not excluded[0][0].isdigit():
        raise EmptyQueryError(
            "there is nothing to look for",
            which=f"-{excluded[0]}",
            next_step=f"write what to look for before -{excluded[0]}, or leave the - out",
        )
    if alone:
        excluded = ()  # -5 is a number
    else:
        rest = without
    phrases = tuple(
        phrase for pattern in _PHRASES for phrase in pattern.findall(rest) if normalize_letters(phrase)
    )
    return Query(raw, rest.strip(), phrases, excluded, **filters, limits=limits)


def _take_filters(text: str) -> tuple[dict[str, str], tuple[str, ...], str]:
    """Read the filters; return them, those on articles as typed, and the text that is left."""
    filters: dict[str, str] = {}
    limits: list[str] = []
    for found in _FILTER.finditer(text):
        typed, name, value = found[0].strip(), found[1], (found[2] or found[3] or "").strip()
        if not value:
            raise QueryError(
                "the filter is empty", which=typed, next_step=f"write {name}:… without a space after it"
            )
        said = _dates(value, typed) if NAMES[name] == "dates" else {NAMES[name]: value}
        if not said.items() <= {**said, **filters}.items():
            raise RepeatedError("the filter is there twice", which=typed, next_step=f"keep one {name}:…")
        filters |= said
        limits += [typed] if NAMES[name] != "heading" else []
    return filters, tuple(dict.fromkeys(limits)), _FILTER.sub(" ", text) if filters else text


def _dates(value: str, typed: str) -> dict[str, str]:
    """Read 2018, 2018-10, 2018..2020, 2018.. or ..2020; `typed` is the whole filter, for the hint."""
    found = _DATES.fullmatch(_COMPACT.sub(r"\1-\2-\3", value.strip()))
    if not found or not (found[1] or found[3]):
        raise QueryError(
            "this is no date",
            which=typed,
            next_step="write 日期:2018, 日期:2018-10 or 日期:2018..2020",
        )
    first, last = _iso(found[1]), _iso(found[3])
    if first and last and last < first[: len(last)]:
        raise QueryError("the dates run backwards", which=typed, next_step=f"write 日期:{last}..{first}")
    return {"since": first, "until": last if found[2] else first}


def _dates_of(article: Article) -> tuple[str, ...]:
    """Return the date of an article; where it has none, the years in its title: 2024年政府工作报告 is of 2024."""
    return (
        (article.published,)
        if article.published
        else tuple(map(str, asked_years(normalize(article.title))[0])) or ("",)
    )


def _iso(written: str | None) -> str:
    return "-".join(part.zfill(2) for part in written.split("-")) if written else ""


def _within(published: str, since: str, until: str) -> bool:
    """Whether a date (perhaps only a year) may lie between two others, ends included; no date never does."""
    if not (since or until):
        return True
    if not published:
        return False
    shared = min(len(published), len(since))
    after = published[:shared] >= since[:shared]
    shared = min(len(published), len(until))
    return after and (not until or published[:shared] <= until[:shared])
