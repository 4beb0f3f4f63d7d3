"""Which pieces are headings: by what the format states, by numbering, or by form and place alone."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, get_args

from corpus.reading.structure import levels, mastheads, topics
from corpus.reading.wording import front_lines, sentences
from corpus.text.numbering import Family, marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece
    from corpus.text.numbering import Marker

_CHAPTERS = {"part", "chapter", "section"}
_NUMBERED = {"comma", "bracket", "point", "round", "ordinal", "decimal", "circle", "count", "figure"}
_LONGEST = 48
"""Characters of an unnumbered heading; longer ones are sentences without a full stop."""
_LONGEST_LATIN = 90
_LONGEST_CHAPTER = 60
_LONGEST_BOLD = 80
_LONGEST_SENTENCE = 60
_SURE_SENTENCE = 36
_CHAT = re.compile(
    r"^(?:那么|所以|但是|但|而|因此|现在|然后|当然|接下来)[，, ]|^(?:所以|但是|那么|因此|然而).*？$|\\.{3}$|……$"
)
_CAPTION = re.compile(
    r"^(?:图|表|图表|附图|附表)\s*[\d一二三四五六七八九十]+|^(?:照片|图片|插图|摄影|资料来源|数据来源|来源|注)\S{0,4}[：:]|^照片由|^图片来自"
)
_SPEAKER = re.compile(r"^(?:记\s*者|主持人|问|答|提问|采访者|[QA])\s*[：:]")
"""Who speaks in an interview; the question that follows is text."""
_ANNEXES = re.compile(r"^附\s*件\s*[：:]\s*\S")
_ROW = re.compile(r"\S(?:[\u3000\t]|  )\s*\S+(?:[\u3000\t]|  )\s*\S")
"""Three cells of a table set in one line."""
_RULES = re.compile("应当|不得|可以")


class Reader:
    """The pieces of a body and what is known of all of them together."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.marks: list[Marker | None] = [marker(piece.text) for piece in pieces]
        self.laws = sum(mark is not None and mark.family == "article" for mark in self.marks) > 2
        self.levelled = sum(piece.level is not None for piece in pieces) > 1
        self.bold = sum(_bold(piece) for piece in pieces) > 1

    def headings(self) -> list[bool]:
        """Tell for each piece whether it is a heading."""
        sure = [self._heading(place) for place in range(len(self.pieces))]
        if self.levelled:
            return sure
        if not (self.laws or self.bold):
            for place in topics.headings(self.pieces, sure):
                sure[place] = True
        return self._like_siblings(sure)

    def _heading(self, place: int) -> bool:
        piece, mark = self.pieces[place], self.marks[place]
        if self.levelled or piece.level is not None or piece.role in {"row", "note"}:
            return piece.level is not None
        if _bold(piece):
            return True
        if mark and mark.family == "annex":
            return levels.is_annex(piece.text) and not self._is_listed(place)
        if mark and mark.family in _CHAPTERS:
            return not sentences.ended(piece.text) and len(piece.text) <= _LONGEST_CHAPTER
        if mark and mark.family in _NUMBERED:
            return self._numbered(place)
        return not (mark or self.laws or self.bold) and self._bare(place)

    def _is_listed(self, place: int) -> bool:
        """Tell whether an annex is only named: the last line, or one of several in a row."""
        near = [*self.marks[place - 1 : place], *self.marks[place + 1 : place + 2]]
        return place == len(self.pieces) - 1 or any(mark and mark.family == "annex" for mark in near)

    def _after(self, place: int) -> list[Piece]:
        return list(self.pieces[place + 1 : place + 3])

    def _stands_alone(self, place: int) -> bool:
        """Tell whether a numbered piece is one phrase with text of its own below it."""
        mark, text = self.marks[place], self.pieces[place].text
        following = self.marks[place + 1] if place + 1 < len(self.marks) else None
        if mark and (self._is_item(place - 1, mark.family) or self._is_annex(place - 1)):
            return False
        if mark is None or place + 1 >= len(self.pieces) or len(text) <= len(mark.text):
            return False
        return not (following and following.family == mark.family)

    def _is_item(self, place: int, family: str) -> bool:
        """Tell whether a piece is an item of a list: of this family of numbering, and one sentence."""
        mark = self.marks[place] if place >= 0 else None
        return mark is not None and mark.family == family and sentences.is_one(self.pieces[place].text)

    def _is_last(self, place: int) -> bool:
        """Tell whether what follows a numbered piece ranks above it, so that it has no text of its own."""
        mark, following = self.marks[place], self.marks[place + 1]
        if mark is None or following is None:
            return False
        families = get_args(Family)
        return families.index(following.family) < families.index(mark.family)

    def _is_annex(self, place: int) -> bool:
        """Tell whether a piece begins a list of annexes: 附件：1.重点任务分工表."""
        return place >= 0 and _ANNEXES.match(self.pieces[place].text) is not None

    def _numbered(self, place: int) -> bool:
        mark, text = self.marks[place], self.pieces[place].text
        if mark is None or not self._stands_alone(place) or _ROW.search(text):
            return False
        if not sentences.ended(text) and "。" not in text[:-1]:
            return True
        body = text[len(mark.text) :]
        if (
            self.laws
            or self._is_last(place)
            or not text.endswith("。")
            or sentences.first(body) != body
            or _RULES.search(body)
        ):
            return False
        return len(body) <= _SURE_SENTENCE

    def _like_siblings(self, sure: list[bool]) -> list[bool]:
        """Take a longer sentence that stands alone for a heading too where most of its family are headings."""
        heads = Counter(mark.family for mark, head in zip(self.marks, sure, strict=True) if mark and head)
        others = Counter(
            mark.family for mark, head in zip(self.marks, sure, strict=True) if mark and not head
        )
        for place, (mark, piece) in enumerate(zip(self.marks, self.pieces, strict=True)):
            if sure[place] or mark is None or mark.family not in _NUMBERED or self.laws or self.levelled:
                continue
            single = piece.text.endswith("。") and sentences.first(piece.text) == piece.text
            most = heads[mark.family] > others[mark.family]
            if most and single and len(piece.text) <= _LONGEST_SENTENCE and self._stands_alone(place):
                sure[place] = True
        return sure

    def _bare(self, place: int) -> bool:
        """Tell whether an unnumbered piece is a heading: short, closed by no mark, and text follows."""
        text = self.pieces[place].text
        if sentences.ended(text) or "。" in text or _CHAT.search(text):
            return False
        if (
            len(text) > (_LONGEST_LATIN if text.isascii() else _LONGEST)
            or front_lines.is_number(text)
            or front_lines.is_date(text)
        ):
            return False
        if (
            _CAPTION.match(text)
            or _ROW.search(text)
            or front_lines.is_masthead(text)
            or front_lines.is_imprint(text)
            or mastheads.is_issue(text)
            or _SPEAKER.match(text)
            or re.match(r"[（(—\-#\[]", text)
            or not re.search(r"[\u4e00-\u9fffA-Za-z]", text)
        ):
            return False
        if place == 0 and (text.endswith(("？", "?")) or front_lines.is_body(text)):
            return False
        if any(front_lines.is_date(piece.text) for piece in self._after(place)):
            return False
        return any(len(piece.text) > len(text) for piece in self._after(place))


def _bold(piece: Piece) -> bool:
    return piece.level is not None or (piece.bold >= len(piece.text) and len(piece.text) <= _LONGEST_BOLD)


def headings(pieces: Sequence[Piece]) -> list[bool]:
    """Tell for each piece of a body whether it is a heading."""
    return Reader(pieces).headings()
