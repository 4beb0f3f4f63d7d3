"""The figure that a query asks for, and whether a text tells it: 失业率目标 is answered by 失业率5.5%左右."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from corpus.search.query.borders import spaced
from corpus.text import expressions
from corpus.text.normalize import normalize_letters
from corpus.text.segmentation import asks, cut_words, is_stop

ASIDE = 16  # characters between the words and their figure, at most
BEFORE = 6  # characters by which the figure may stand before the words: 1.3万亿元超长期特别国债
COUNTED = "年月日天元岁%"  # units in which every answer tells its number: people and things may be listed
LEAD = 30  # characters before a sentence that may say of when it speaks
SET, TOLD, PAST = 1.0, 0.8, 0.6  # what a figure is worth: set for the year, told, told of years before
_SENTENCES = re.compile(r"[^。！？\n]+")
_FIGURE = re.compile(
    r"\d|百分之|(?<![一二三四五六七八九十百千万两])[一二三四五六七八九十百千万两]+(?:[个名]?[百千万亿]?[年月日天元人家岁倍户次项]|个)"
)
_UNIT = re.compile(r"(?:多少|几)个?([年月日天元人家岁倍户次项件吨亩斤米%])")
_UNITS = {"天": "[天日]", "年": "年"}
# words that go with a figure and that texts put in many ways
_PLAIN = re.compile(
    "分别|各自?(?=[是为有]|达到)|不?得?(?:超过|低于|高于|少于)|至少|最多|涨幅|目标|预期|指标|定[的了为在]?|安排|计划|控制|是|为|达到|达|多少|几|规模|水平|数量|数字|情况|设[定为]?|力争|完成|的|个?百分点?|左右"
)


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """The figure asked for: `written` finds in folded text what it is called there, one pattern for each word.

    `indicator` is set where it is one that reports set every year; `unit` is what finds a figure of the kind; `aims`
    says that a number is asked for that was set, not one that was reached. `looks_back` finds what must stand in the
    sentence where a report of the year after is read, `counted` that the query names the unit, `dated` that the
    figure is asked for of the very year of the report: what it tells of years before is another figure.
    """

    written: tuple[re.Pattern[str], ...]
    indicator: str = ""
    unit: re.Pattern[str] = _FIGURE
    aims: bool = False
    looks_back: str = ""
    counted: bool = False
    dated: bool = False

    def of_own_year(self) -> AskedFigure:
        """Return the same figure as asked of the year of a report in that report itself."""
        return replace(self, dated=True)

    def of_year(self, year: int) -> AskedFigure:
        """Return the same figure as the report of the year after tells it: of 去年, or of that year by its number."""
        return replace(self, looks_back=f"{year}年|{_last_year().pattern}")

    def may_stand(self, letters: str) -> bool:
        """Whether a text without marks may tell it: a quick look, before the text is read."""
        return all(one.search(letters) for one in self.written)

    def worth(self, text: str, headings: str = "", *, in_report: bool) -> float:
        """Return how a text under its headings tells the figure: SET, TOLD or PAST; 0 where it does not."""
        over, folded = (spaced(one).replace(" ", "") for one in (headings, text))
        best = 0.0
        for sentence in _SENTENCES.finditer(folded):
            before = over + folded[: sentence.start()][-LEAD:]
            for at in self._told(sentence[0]):
                best = max(best, self._kind(before, sentence[0], at, in_report=in_report))
        return best

    def _told(self, sentence: str) -> list[int]:
        """Return where in a sentence the first of the words stands with a figure of the kind beside the last one."""
        if not all(one.search(sentence) for one in self.written):
            return []
        found = []
        for wanted in self.written[-1:] if not self.indicator else self.written[:1]:
            for match in wanted.finditer(sentence):
                behind = re.split("[，；,;、]", sentence[match.end() : match.end() + ASIDE])[0]
                before = re.split("[，；,;、]", sentence[max(0, match.start() - BEFORE) : match.start()])[-1]
                if self.unit.search(behind) or (not self.indicator and self.unit.search(before)):
                    found.append(match.start())
        return found

    def _kind(self, before: str, sentence: str, at: int, *, in_report: bool) -> float:
        if self.looks_back:
            return TOLD * bool(re.search(self.looks_back, before + sentence))
        if not in_report:
            return TOLD
        clause = re.split("[；;]", sentence[:at])[-1] + re.split("[，、；,;]", sentence[at:])[0]
        lead = before + sentence[:at]
        if _past().search(clause) or (_past().search(lead) and not _aim().search(sentence[:at])):
            return PAST
        return SET if _aim().search(sentence[:at]) or _aim().search(clause) else TOLD


@cache
def _last_year() -> re.Pattern[str]:
    return expressions.pattern("slots", "said of last year")


@cache
def _past() -> re.Pattern[str]:
    return expressions.pattern("slots", "past")


@cache
def _aim() -> re.Pattern[str]:
    return expressions.pattern("slots", "aim")


@cache
def _indicators() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Return each indicator: its name, what finds it where it is asked for, and where it is written."""
    names = dict.fromkeys(
        rule.split()[0] for one in expressions.expressions("indicators") for rule in one.rules
    )
    return tuple(
        (
            name,
            expressions.pattern("indicators", f"{name} asked"),
            expressions.pattern("indicators", f"{name} written"),
        )
        for name in names
    )


def names_indicator(folded: str) -> bool:
    """Whether a folded text names a figure that reports set every year."""
    return any(asked.search(folded) for _, asked, _ in _indicators())


@lru_cache(maxsize=256)
def asked_figure(rest: str, *, slotted: bool) -> AskedFigure | None:
    """Return the figure that a folded query asks for, its slots taken out; None where it asks for none.

    `slotted` says that a year or a place was named.
    """
    name, asked, written = next((one for one in _indicators() if one[1].search(rest)), ("", None, None))
    asking = expressions.pattern("slots", "asks figure").search(rest)
    aims = expressions.pattern("slots", "asks aim").search(rest) is not None
    if not asking and (not name or re.search(r"\d", rest) or not (slotted or aims)):
        return None  # an indicator alone is looked for as any word
    left = asked.sub(" ", rest) if asked is not None else rest
    unit = _UNIT.search(left)
    words = _words(left)
    patterns = (*([written] if written is not None else []), *(re.compile(re.escape(word)) for word in words))
    if not patterns or (asked is None and sum(map(len, words)) < 2):
        return None
    kind = (
        re.compile(rf"[\d一二三四五六七八九十百千万亿两半]个?{_UNITS.get(unit[1], unit[1])}")
        if unit
        else _FIGURE
    )
    return AskedFigure(patterns, name, kind, aims, counted=unit is not None and unit[1] in COUNTED)


def _words(left: str) -> list[str]:
    """Return the words that must stand beside the figure; runs that the plain words divide stay whole."""
    left = _UNIT.sub(" ", left)
    pieces = re.findall(r"\w+", _PLAIN.sub(" ", left))
    words = (word for piece in pieces for word in cut_words(normalize_letters(piece)))
    return [word for word in dict.fromkeys(words) if not (is_stop(word) or asks(word)) and len(word) > 1]
