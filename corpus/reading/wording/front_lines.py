"""What stands before the body: title, author and lead, recognised by their marks and their place."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from corpus.reading.wording.sentence_ends import ended
from corpus.text.end_marks import CLAUSE
from corpus.text.expressions import any_of
from corpus.text.han import HAN
from corpus.text.script import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

_any = partial(any_of, "front_lines")
_SURNAME = _any("surname")
_DAY = r"\s*[\d一二三四五六七八九十]{1,2}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
_ARABIC_DAY = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
_AUTHOR_MARK = re.compile(rf"^[（(]?\s*{_any('author')}\s*[:：/／|｜]\s*|^[□◎■○●]\s*|^[Bb][Yy]:?\s+(?=[A-Z])")
_NAME = rf"(?:{_SURNAME}[{HAN}·]{{1,3}}|{_SURNAME}[ \u3000]+[{HAN}](?![{HAN}]))"
_HAN_NAMES = re.compile(rf"^{_NAME}(?:[ \u3000、，,]+{_NAME})*$")
_LATIN = r"[A-Z][A-Za-z.'’-]*"
_LATIN_NAME = re.compile(
    rf"^{_LATIN}(?: (?:{_LATIN}|van|von|de|der|la|bin|al)){{1,3}}(?:(?:,| and| &) [A-Z][A-Za-z.'’ -]+)*$"
)
_OFFICE = re.compile(rf"^[{HAN}]{{0,20}}{_any('office')}[ \u3000]+(\S[{HAN}·]{{1,4}}|\S[ \u3000]\S)$")
_DESK = re.compile(
    rf"^(?:{_any('paper')}|《[^》]{{2,12}}》|[{HAN}]{{2,6}}[报社网刊])?\s*(?:特约)?{_any('desk')}"
    rf"(?:[ \u3000:：、]+[{HAN}·]{{1,5}})*$|^本报评论员.{{0,12}}$"
)
_SAYS = re.compile(f"[{CLAUSE}?]")
"""What a question or a sentence has and no name: 记者：您如何理解？"""
_BLANK = re.compile(r"[\u00a0\u2002\u2003\u2009]")
_LEAD_MARK = re.compile(rf"^[【\[（(]?\s*{_any('lead')}\s*+(?:[】\])）]\s*+(?:[:：]\s*+)?+|[:：]\s*+)")
_KIND = re.compile(rf"{any_of('document_kinds', 'title')}(?:[（(].{{1,20}}[)）])?$")
_ABOUT = re.compile(_any("about"))
_SIGNED_DATE = re.compile(rf"^(?:\d{{4}}|[〇○零一二三四五六七八九]{{4}})\s*年{_DAY}$")
_SIGNER = re.compile(rf"^[{HAN}（）()、 ]{{2,60}}{_any('signer')}")
_ORGAN = re.compile(rf"^(?=.*{_any('public')})[{HAN}（）()、]{{2,40}}(?<![的和与]){_any('organ')}")
_ISSUED = re.compile(rf"^([{HAN}]{{2,30}}?){_any('issued')}(?=\S{{4}})")
_NUMBER = re.compile(r"^\S{1,14}[\u3014\[（(【]\s*\d{4}\s*[\u3015\])）】]\s*\S{0,3}\d+\s*号")
_OLD_NUMBER = re.compile(
    r"^(?:[\u3014\[（(]\s*(?:19)?\d{2}\s*[\u3015\])）]\s*\S{1,12}?第?\s*\d{1,5}\s*号|\S{2,10}字\s*第\s*\d{1,5}\s*号)$"
)
"""A number as papers had it before there was a standard: 〔84〕法研字第9号."""
_NUMBER_LINE = re.compile(_NUMBER.pattern + r"$")
_LONGEST_NUMBER_LINE = 60
_NUMBER_LABEL = re.compile(rf"^{_any('number label')}\s*[:：]\s*")
_DATE_BEFORE = re.compile(rf"^{_ARABIC_DAY}\s+")
_IMPRINT = re.compile(rf"\S(?:\u3000|[ \t]{{2}})\s*+{_ARABIC_DAY}(?:印发|印)?$")
_MASTHEAD = re.compile(rf"^[{HAN}\s]{{2,40}}文\s*件$")
_DATED = re.compile(rf"^[（(]?\s*{_ARABIC_DAY}(?!至|前|起|，|以)")
_DATE = re.compile(
    r"^[（(]?\s*[\d〇○零一二三四五六七八九]{2,4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月"
    r"(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?.{0,40}$"
)


def author_of(piece: Piece) -> str | None:
    """Return the author's name that a piece names, without its mark, or None where it is no author's line."""
    if piece.role == "author":
        mark = _AUTHOR_MARK.match(simplified(piece.text))
        return piece.text[mark.end() :] if mark else piece.text
    text = _BLANK.sub(" ", piece.text).strip()
    if len(text) > 60 or ended(text) or _SAYS.search(text) or piece.level or piece.is_text:
        return None
    plain = simplified(text)  # as long as the text: surnames and marks are kept in simplified script
    marked = _AUTHOR_MARK.match(plain)
    if marked and len(text) - marked.end() <= 40:
        return text[marked.end() :].rstrip("）)").strip()
    office = _OFFICE.match(plain)
    if office:
        return text[office.start(1) : office.end(1)]
    if any(form.match(plain) for form in (_HAN_NAMES, _LATIN_NAME, _DESK)):
        return text
    return None


def lead_of(piece: Piece) -> str | None:
    """Return the lead that a piece holds, without its mark (摘要：), or None where it has no mark."""
    mark = _LEAD_MARK.match(piece.text)
    if mark and len(piece.text) > mark.end():
        return piece.text[mark.end() :]
    return piece.text if piece.role == "lead" else None


def opens_front_line(text: str) -> bool:
    """Return whether a text opens with a mark that only a line of its own has: 作者：, 摘要：, a document number."""
    return any(form.match(simplified(text)) for form in (_AUTHOR_MARK, _LEAD_MARK, _NUMBER_LINE))


def dated(text: str) -> bool:
    """Return whether a text opens with a whole date, as the line does that says when a law was passed."""
    return _DATED.match(text) is not None


def is_number(text: str) -> bool:
    """Return whether a text is a document's number, with its year in brackets."""
    return _NUMBER.match(text) is not None or _OLD_NUMBER.match(text) is not None


def is_dated_number(text: str) -> bool:
    """Return whether a line is a date with a document's number behind it: 1987年4月10日　法发〔1987〕5号."""
    found = _DATE_BEFORE.match(text)
    return found is not None and is_number(text[found.end() :])


def number_in(text: str) -> str | None:
    """Return the document's number that a line gives, alone: 滨政办发〔2020〕33号 of …33号    签发人：李四."""
    bare = _DATE_BEFORE.sub("", _NUMBER_LABEL.sub("", text))
    found = _NUMBER.match(bare) or _OLD_NUMBER.match(bare)
    return found.group() if found and len(text) <= _LONGEST_NUMBER_LINE and not ended(text) else None


def is_date(text: str) -> bool:
    """Return whether a text is a date line: 2018年10月23日, （2019年3月5日）."""
    return _DATE.match(text) is not None and not ended(text)


def is_masthead(text: str) -> bool:
    """Return whether a text is the red head of an official document: the issuing body and 文件."""
    return _MASTHEAD.match(text) is not None and not is_about(text)


def is_whole_title(text: str) -> bool:
    """Return whether a title looks complete: it ends in the name of a kind of document."""
    return _KIND.search(text) is not None


def is_imprint(text: str) -> bool:
    """Return whether a line only says who made a paper and when: 督查办公室编　　2022年8月5日, …2020年9月30日印发."""
    return _IMPRINT.search(text) is not None and not ended(text)


def is_about(title: str) -> bool:
    """Return whether a text says what an official document is about: 关于…, 印发…."""
    return _ABOUT.search(title) is not None


def is_body(text: str) -> bool:
    """Return whether a line names nothing but public bodies: 滨海市人民政府办公室, 中共…市委　…市人民政府."""
    return all(_ORGAN.match(name) for name in re.split(r"[ \u3000\u2003]+", _BLANK.sub(" ", text).strip()))


def issuer(title: str, texts: Sequence[str]) -> str | None:
    """Return the body that issued a document: the one that signs it (落款), else the one that its title names.

    Bodies that sign together on lines of their own are given in one line, as they follow each other.
    """
    for place, text in enumerate(texts):
        if _SIGNED_DATE.match(text):
            above = place
            while above and _SIGNER.match(_BLANK.sub(" ", texts[above - 1])):
                above -= 1
            if above < place:
                return " ".join(texts[above:place])
    named = _ISSUED.match(title)
    return named.group(1) if named else None
