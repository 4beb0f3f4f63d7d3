"""The quotations in a draft: in marks, in block quotes, or behind 指出：; and what they claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.checking.claims import Claim

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from corpus.vocabulary import Span

SHORTEST = 6
"""Characters of a stretch in marks from which on it is a quotation."""
_CLOSING = {"“": "”", "「": "」", "『": "』", '"': '"', "＂": "＂"}
_OPENING = re.compile(f"[{''.join(_CLOSING)}]")
_TELLS = re.compile(r"(?:指出|强调|強調|规定|規定)[:：][ \t\u3000]*")
_CODE = re.compile(r"^(```|~~~).*?(?:^\1|\Z)|`[^`\n]+`", re.DOTALL | re.MULTILINE)
_BLOCK = re.compile(r"(?:^[ \t]{0,3}>.*(?:\n|\Z))+", re.MULTILINE)
_MARKER = re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE)
_TITLE = re.compile(r"《(?:[^《》\n]|《[^《》\n]*》){1,80}》")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年|[)）]|$)|(?:19|20)\d\d")
_BLANK = " \t\r\n\f\v\u00a0\u2002\u2003\u3000>"
_ENDS = "。！？!?"
_END = re.compile(rf"[{_ENDS}\n]")
_NOTES = r"(?:[\[［〔【]\^?\w{1,4}[\]］〕】]|[①-⑳¹²³⁰⁴-⁹]){0,4}+"
_BEHIND = re.compile(
    rf"[”」』\"＂]?{_NOTES}[。，,]?{_NOTES}"
    r"(?:[（(](?P<inside>[^（）()\n]{0,200}(?:[（(][^（）()\n]{0,80}[）)][^（）()\n]{0,80}){0,4})[）)]|\s{0,8}[—─]{1,2}(?P<dash>[^。\n]*))"
)
_ORGAN = re.compile(
    r"(\w{1,20}(?:社|政府|部|委员会|局|厅|法院|检察院|日报))(?:规定|指出|强调|提出|明确|要求|写道)[:：,，]?$"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft's text; `quoted` are the spans of paragraphs that are set as quotations."""

    text: str
    quoted: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One quotation of a draft: where its words stand, what they are without marks, and what they claim."""

    at: Span
    quote: str
    claim: Claim


def markdown(text: str) -> Draft:
    """Return a draft in Markdown: its code is no text, its block quotes are quotations."""
    bare = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return Draft(bare, tuple(found.span() for found in _BLOCK.finditer(bare)))


def quotations(draft: Draft, authors: Collection[str]) -> tuple[list[Found], int]:
    """Return the quotations of a draft in order, and how many stretches in marks were too short to be any."""
    spans, short = _spans(draft)
    masked = list(draft.text)
    found = []
    for start, end in spans:
        claim = _claim("".join(masked[:start]), draft.text[end : end + 200], authors)
        quote = _MARKER.sub("", draft.text[start:end])
        found.append(Found((start, end), quote, claim))
        ended = draft.text[end - 1] in _ENDS  # the sentence round it ends with the quotation
        masked[start:end] = "\ue000" * (end - start - ended) + "。" * ended
    return found, short


def _spans(draft: Draft) -> tuple[list[Span], int]:
    text, short, at = draft.text, 0, 0
    found: list[Span] = []
    blocks = dict(draft.quoted)
    for start, end in _lines(text):
        if start < at:
            continue
        if start in blocks:
            at = blocks[start]
            left = _MARKER.match(text, start)
            found.append(_bare(text, left.end() if left else start, at))
            continue
        for one in _in_line(text, start, end):
            if len(text[slice(*one)].strip()) < SHORTEST:
                short += 1
            else:
                found.append(_bare(text, *one))
            at = max(at, one[1])
    return [one for one in found if one[0] < one[1]], short


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _in_line(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the quotations that open in a paragraph: in marks, or without any behind 指出：."""
    at = start
    while at < end:
        mark, tells = _OPENING.search(text, at, end), _TELLS.search(text, at, end)
        if tells and (mark is None or tells.end() < mark.start()) and tells.end() < end:
            yield tells.end(), end
            return
        if mark is None:
            return
        close = _closed(text, mark.end(), end, mark[0])
        yield mark.end(), close
        at = close + 1


def _closed(text: str, at: int, end: int, mark: str) -> int:
    """Return where a quotation ends; it goes on over paragraphs that open with its mark, till one closes."""
    close = _CLOSING[mark]
    while True:
        found = _matching(text, at, end, mark, close)
        if found is not None:
            return found
        following = re.compile(rf"\n+[ \t\u3000]*{re.escape(mark)}").match(text, end)
        if following is None or mark == close:
            return end
        at = following.end()
        end = text.find("\n", at) if "\n" in text[at:] else len(text)


def _matching(text: str, at: int, end: int, mark: str, close: str) -> int | None:
    depth = 1
    for place in range(at, end):
        if text[place] == close:
            depth -= 1
        elif text[place] == mark:
            depth += 1
        if depth == 0:
            return place
    return text.rfind(close, at, end) if depth > 1 and close in text[at:end] else None


def _bare(text: str, start: int, end: int) -> Span:
    """Return a span without the white space and the quotation marks at both ends."""
    both = ' \t\u3000\n“”「」『』"＂'
    while start < end and text[start] in both[:4]:
        start += 1
    while end > start and text[end - 1] in both[:4]:
        end -= 1
    if end - start > 1 and _CLOSING.get(text[start]) == text[end - 1]:
        start, end = start + 1, end - 1
    return start, end


def _claim(before: str, behind: str, authors: Collection[str]) -> Claim:
    """Return what is claimed in the sentence before a quotation, else right behind it."""
    front = before.rstrip(_BLANK).rstrip('“「『"＂').rstrip()
    sentence = front[max((found.end() for found in _END.finditer(front)), default=0) :]
    after = _BEHIND.match(behind)
    claim = _said(after["inside"] or after["dash"] or "", authors) if after else Claim()
    if claim:
        return claim
    organ = _ORGAN.search(sentence)
    return _said(sentence, authors) or Claim(author=organ[1] if organ else None)


def _said(text: str, authors: Collection[str]) -> Claim:
    """Return the last title of a text with author and year, or its author."""
    titles = list(_TITLE.finditer(text))
    title = titles[-1] if titles else None
    outside = text
    if title is not None:
        outside = text[titles[-2].end() if len(titles) > 1 else 0 : title.start()] + text[title.end() :]
    said = [one for one in authors if one in outside]
    named = max(said, key=lambda one: (outside.rfind(one), len(one)), default=None)
    years = _YEAR.findall(outside)
    if title is None and named is None:
        return Claim()
    return Claim(title[0] if title else None, named, years[-1] if years else None)
