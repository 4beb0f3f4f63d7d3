"""What one wording says of which passage it is: its number, its words without figures, its name, its heading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from corpus.text.clause_references import opening_article
from corpus.text.han import HAN
from corpus.text.normalize import normalize, normalize_letters
from corpus.text.numbering import marker

FIGURE = "#"
SAME_HEADING = 0.7  # likeness of a heading and its edited wording
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*%?|[〇零一二三四五六七八九十百千万亿两]+")
_LABEL = re.compile(
    r"\s*+(?:[【\[（(《「“](?P<inner>[^】\]）)》」”]{1,20})[】\]）)》」”]"
    r"|(?P<label>[^\s，。；：:、！？|｜—]{1,20})"
    r"(?:\s*+(?:[：:|｜]|——)|\s*+(?<=[ \t\u3000])(?=\d)|[^\S\t\u3000]*+[\t\u3000]))"
)
_DATE = re.compile(r"第?[\d〇零一二三四五六七八九十]+(?:年|月|日|季度|届|期|批|次|轮|号)(?:\d+月)?(?:\d+日)?")
_BODY = re.compile(
    rf"(?P<stem>[{HAN}]{{1,5}}?)"
    r"(?P<kind>省|市|县|区|州|盟|旗|镇|乡|村|街道|局|委|厅|办|部|处|所|组|队|站|馆|大学|学院|医院|公司|集团|中心|银行)"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A passage as it is compared: all but `number` and `heading` are folded.

    `words` are the text without its number (第五条, 一、, （一）); `masked` those with each
    of the `figures` as one `#`;
    `name` what opens it as its name (杭州市： 2019年), figures as they are, empty where nothing does;
    `heading` is the nearest heading above it.
    """

    number: str
    words: str
    masked: str
    figures: tuple[str, ...]
    name: str
    heading: str = ""


def wording(text: str, heading: str = "") -> Wording:
    """Take a text apart; one that is nothing but a number is its own words."""
    opening = _opening(text)
    rest = text[len(opening) :] if normalize(text[len(opening) :]) else text
    words = normalize(rest)
    number = normalize(opening) if rest is not text else ""
    above = normalize_letters(heading[len(_opening(heading)) :])
    figures = tuple(_FIGURES.findall(words))
    return Wording(number, words, _FIGURES.sub(FIGURE, words), figures, _name(rest, words), above)


def _opening(text: str) -> str:
    article = opening_article(text)
    opened = None if article else marker(text)
    return opened.text if opened else article


def _name(text: str, words: str) -> str:
    """Return what names a passage: a label before a colon or in brackets, a date, a place or body by its form."""
    labelled = _LABEL.match(text)
    if labelled:
        return normalize_letters(labelled["inner"] or labelled["label"])
    found = _DATE.match(words) or _BODY.match(words)
    return found.group() if found else ""


def other_name(one: Wording, other: Wording) -> bool:
    """Whether two wordings are named, and not alike: 杭州市 is not 宁波市, and 2019年 is not 2020年."""
    return bool(one.name and other.name) and one.name != other.name


def same_heading(one: Wording, other: Wording) -> bool:
    """Whether two passages stand under one heading, its number and a slight edit aside."""
    short, long = sorted((one.heading, other.heading), key=len)
    return (bool(short) and short in long) or Indel.normalized_similarity(short, long) >= SAME_HEADING


def same_figures(one: Wording, other: Wording) -> bool:
    """Whether two passages have one number and say the same figures, some at least."""
    return bool(one.figures) and one.figures == other.figures and one.number == other.number
