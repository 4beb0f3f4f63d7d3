"""Which pieces of a body are headings: rules asked in order for each piece, then habits of the whole document.

In the examples > marks the heading, or what is none in those that say no; … stands for a long paragraph, **
for bold, # for a level that the format states.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, get_args

from corpus.reading.structure import heading_forms as forms
from corpus.reading.wording import front_lines, sentence_ends
from corpus.text.numbering import Family, marker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.reading.pieces import Piece
    from corpus.text.numbering import Marker

_ANNEXES = re.compile(r"^附\s*件\s*(?:[：:]\s*\S|\d{1,2}\s*[.．、]\s*\S)")
_DUTY = re.compile("应当|不得|可以")
_LAW = 2
"""Articles that a document has without being a law."""


class Body:
    """The pieces below a title, their markers, and what is known of all of them together."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.marks: list[Marker | None] = [marker(piece.text) for piece in pieces]
        self.laws = sum(mark is not None and mark.family == "article" for mark in self.marks) > _LAW
        self.levelled = sum(piece.level is not None for piece in pieces) > 1
        self.bold = sum(forms.is_bold(piece) for piece in pieces) > 1

    def after(self, place: int) -> Sequence[Piece]:
        """Return the two pieces behind a place, fewer at the end."""
        return self.pieces[place + 1 : place + 3]

    def family(self, place: int) -> str:
        """Return the family of numbering of the piece at a place; "" where it has none or there is none."""
        mark = self.marks[place] if 0 <= place < len(self.marks) else None
        return mark.family if mark else ""

    def stands_alone(self, place: int) -> bool:
        """Return whether a numbered piece is one phrase with text of its own below it, and no item of a list."""
        mark, text = self.marks[place], self.pieces[place].text
        if mark is None or place + 1 >= len(self.pieces) or len(text) <= len(mark.text):
            return False
        before = self.pieces[place - 1].text if place else ""
        item = self.family(place - 1) == mark.family and sentence_ends.is_one(before)
        return not item and not _ANNEXES.match(before) and self.family(place + 1) != mark.family


class HeadingRule(NamedTuple):
    """One rule: its verdict on a piece is None where the next rule decides. The tests run the examples."""

    name: str
    why: str
    verdict: Callable[[Body, int], bool | None]
    yes: tuple[str, ...]
    no: tuple[str, ...]


class Habit(NamedTuple):
    """One habit of a document: it returns the places that are headings beside those that are known by the rules."""

    name: str
    why: str
    places: Callable[[Body, Sequence[bool]], Sequence[int]]
    yes: tuple[str, ...]
    no: tuple[str, ...]


def _stated(body: Body, place: int) -> bool | None:
    piece = body.pieces[place]
    if body.levelled or piece.level is not None or piece.is_text:
        return piece.level is not None
    return None


def _bold(body: Body, place: int) -> bool | None:
    return True if forms.is_bold(body.pieces[place]) else None


def _annex(body: Body, place: int) -> bool | None:
    if body.family(place) != "annex":
        return None
    listed = "annex" in {body.family(place - 1), body.family(place + 1)} or place == len(body.pieces) - 1
    return forms.is_annex(body.pieces[place].text) and not listed


def _chapter(body: Body, place: int) -> bool | None:
    if body.family(place) not in forms.CHAPTERS:
        return None
    text = body.pieces[place].text
    return not sentence_ends.ended(text) and len(text) <= forms.LONGEST["chapter"]


def _numbered(body: Body, place: int) -> bool | None:
    mark, text = body.marks[place], body.pieces[place].text
    if mark is None or mark.family not in forms.NUMBERED:
        return None
    if not body.stands_alone(place) or forms.is_row(text):
        return False
    if not sentence_ends.ended(text) and "。" not in text[:-1]:
        return True
    said = text[len(mark.text) :]
    if body.laws or _is_last(body, place) or not text.endswith("。"):
        return False
    return sentence_ends.is_one(said) and not _DUTY.search(said) and len(said) <= forms.LONGEST["sentence"]


def _is_last(body: Body, place: int) -> bool:
    """Return whether what follows a numbered piece ranks above it, so that it has no text of its own."""
    families = get_args(Family)
    here, following = body.family(place), body.family(place + 1)
    return following != "" and families.index(following) < families.index(here)


def _other(body: Body, place: int) -> bool | None:
    return False if body.marks[place] or body.laws or body.bold else None


def _refused(body: Body, place: int) -> bool | None:
    return False if forms.is_refused(body.pieces[place].text) else None


def _opening(body: Body, place: int) -> bool | None:
    text = body.pieces[place].text
    return False if place == 0 and (text.endswith(("？", "?")) or front_lines.is_body(text)) else None


def _signature(body: Body, place: int) -> bool | None:
    return False if any(front_lines.is_date(piece.text) for piece in body.after(place)) else None


def _bare(body: Body, place: int) -> bool | None:
    return any(len(piece.text) > len(body.pieces[place].text) for piece in body.after(place))


RULES = (
    HeadingRule("stated", "a format that states levels is believed, for yes and for no", _stated,
         ("># 总则\n…\n# 附则\n…",), ("# 总则\n…\n>一、范围\n…\n# 附则\n…",)),
    HeadingRule("bold", "a line in bold from end to end is set as a heading", _bold,
         (">**总体要求**\n…",), (">**总体要求**是提高质量。\n…",)),
    HeadingRule("annex", "附件1 opens a unit of its own, unless it is only listed", _annex,
         ("…\n>附件1\n…",), ("…\n>附件1\n附件2\n…", "…\n>附件1")),
    HeadingRule("chapter", "第N编, 第N章, 第N节 number headings and nothing else", _chapter,
         (">第一章 总则\n…",), (">第二章 规定的事项，应当公开。\n…",)),
    HeadingRule("numbered", "a numbered phrase over text of its own is a heading; an item of a list is none", _numbered,
         (">一、总体要求\n…", ">（一）健全国家制度框架。\n…"),
         (">（一）研究计划；\n（二）推动分工；\n（三）其他事项。\n…", ">1.企业应当及时报告。\n…",
          ">1.平台　科技厅　年底\n…", "附件：1.分工表\n>2.时间表\n…", "附件1.分工表\n>2.时间表\n…",
          "一、修改\n…\n>（二）删去第十条。\n二、再修改\n…")),
    HeadingRule("other", "articles, bullets, and unnumbered lines where numbers or bold make headings, are paragraphs",
         _other, (">总体要求\n…",), (">第一条 总则\n…", "**总体要求**\n…\n**主要任务**\n…\n>保障措施\n…")),
    HeadingRule("refused", "captions, dates, document numbers, talk and closed lines name no part of a text", _refused,
         (">他笑了笑\n…", ">图书馆建设\n…"),
         (">他笑了笑...\n…", ">他笑了笑……\n…", ">图1 数字经济规模\n…", ">记者：怎么看\n…", ">序号　任务　单位\n…",
          ">2019年1月24日\n…", ">国办发〔2018〕127号\n…", ">第12期\n…", ">——\n…")),
    HeadingRule("opening", "a question or a public body that opens a body belongs to the front", _opening,
         ("…\n>数字经济是什么？\n…",), (">数字经济是什么？\n…", ">滨海市人民政府\n…")),
    HeadingRule("signature", "what stands over a date signs the document", _signature,
         ("…\n>国务院\n…",), ("…\n>国务院\n2019年1月24日",)),
    HeadingRule("bare", "a short line over longer text names it", _bare,
         (">充分肯定改革开放的重要意义\n…",), ("…\n>充分肯定改革开放的重要意义", "…\n>此页无正文内容\n（略）")),
)  # fmt: skip
"""In their order; the last one decides what no other does."""


def decided(body: Body, place: int) -> tuple[HeadingRule, bool]:
    """Return the first rule that has a verdict on the piece at a place, and the verdict."""
    return next((rule, said) for rule in RULES if (said := rule.verdict(body, place)) is not None)


def like_siblings(body: Body, sure: Sequence[bool]) -> list[int]:
    """Return the longer sentences that stand alone where most of their family of numbering are headings."""
    if body.laws:
        return []
    heads: Counter[str] = Counter(
        mark.family for mark, head in zip(body.marks, sure, strict=True) if mark and head
    )
    others: Counter[str] = Counter(
        mark.family for mark, head in zip(body.marks, sure, strict=True) if mark and not head
    )
    return [
        place
        for place, piece in enumerate(body.pieces)
        if not sure[place]
        and (family := body.family(place)) in forms.NUMBERED
        and heads[family] > others[family]
        and piece.text.endswith("。")
        and sentence_ends.is_one(piece.text)
        and len(piece.text) <= forms.LONGEST["sibling"]
        and body.stands_alone(place)
    ]
