"""A clause of a law and its parts: which of its paragraphs are 款, which 项 and 目, counted from their texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from corpus.text.clause_references import INSERTED
from corpus.text.numbering import marker
from corpus.text.numerals import NUMBER, in_characters, value

if TYPE_CHECKING:
    from collections.abc import Sequence

_ARTICLE = re.compile(rf"第\s*(?P<number>{NUMBER})\s*条(?P<further>{INSERTED})?")
_ITEM = re.compile(r"[（(]\s*([一二三四五六七八九十]{1,4})\s*[）)]")
_POINT = re.compile(r"(\d{1,2})[.．、](?!\d)|[（(](\d{1,2})[）)]")
_TABLE = "|"  # opens a row of a table


class ClausePlace(NamedTuple):
    """Where a paragraph stands in a clause: the number of its 款, of its 项 and of its 目, 0 for none."""

    paragraph: int
    item: int = 0
    point: int = 0


def opening(text: str) -> tuple[int, int] | None:
    """Return the number of the clause that a text opens, and that behind 之: 第三条之一 is (3, 1), 第三条 (3, 0).

    None for a text that opens none.
    """
    found = marker(text)
    said = _ARTICLE.match(text) if found is not None and found.family == "article" else None
    if said is None:
        return None
    further = said["further"]
    return value(said["number"]), value(further.removeprefix("之")) if further else 0


def parts(texts: Sequence[str]) -> list[ClausePlace]:
    """Return where each paragraph of a clause stands, the one that opens it first, as far as that is certain.

    A paragraph that opens with （一） is an item of the 款 before it, any other is a 款 of its own. The count ends
    where an item is out of its order, or something else begins: an annex, a table, another list.
    """
    found: list[ClausePlace] = []
    for text in texts:
        part = _next(found[-1] if found else None, text)
        if part is None:
            break
        found.append(part)
    return found


def _next(last: ClausePlace | None, text: str) -> ClausePlace | None:
    """Return where a paragraph stands behind another one of its clause; None where that is not certain."""
    if last is None:
        return ClausePlace(1) if opening(text) else None
    item, point, opens = _ITEM.match(text), _POINT.match(text), marker(text)
    if item:
        number = value(item[1])
        return ClausePlace(last.paragraph, number) if number == last.item + 1 else None
    if point:
        number = int(point[1] or point[2])
        return last._replace(point=number) if number == last.point + 1 else None
    if (opens is not None and opens.family not in {"ordinal", "count"}) or text.startswith(_TABLE):
        return None
    return ClausePlace(last.paragraph + 1)


def _number(clause: tuple[int, int]) -> str:
    number, further = clause
    return f"第{in_characters(number)}条" + (f"之{in_characters(further)}" if further else "")


def address(clause: tuple[int, int], part: ClausePlace) -> str:
    """Write where a paragraph stands as lawyers cite it: 第六十条第一款第（一）项, 第三条之一第二款."""
    written = f"{_number(clause)}第{in_characters(part.paragraph)}款"
    if part.item:
        written += f"第（{in_characters(part.item)}）项"
    return written + (f"第{part.point}目" if part.point else "")


def address_of(text: str, before: Sequence[str], behind: Sequence[str] = ()) -> str:
    """Return where a paragraph stands in its clause, from those beside it, nearest first; "" where none can be counted.

    All are to stand under the same headings. A clause that is one paragraph is cited by its number alone.
    """
    alone = opening(text)
    if alone and (not behind or _next(ClausePlace(1), behind[0]) is None or opening(behind[0])):
        return _number(alone)
    run = [text]
    for one in before:
        if opening(run[-1]):
            break
        run.append(one)
    run.reverse()
    clause, counted = opening(run[0]), parts(run)
    return address(clause, counted[-1]) if clause and len(counted) == len(run) else ""
