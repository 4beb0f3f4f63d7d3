"""What stands above and round an official document's title: red head, numbers, secrecy, a site's table of data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.wording import front_lines
from corpus.reading.wording.sentences import ended
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

_COPY = re.compile(r"^(?:份\s*号\s*+(?:[:：]\s*+)?+)?(?:No\.?\s*+)?\d{3,8}$")
_SECRECY = re.compile(r"^(?:绝密|机密|秘密|内部(?:资料|文件))(?:\s*[★☆*]\s*\S{0,8})?$")
_URGENCY = re.compile(r"^(?:特急|加急|特提|平急|急件|限时件)$")
_DATA = re.compile(
    r"^(?:索引号|信息索引号|主题分类|组配分类|体裁分类|服务对象|发文机关|发文单位|发布机构|成文日期|生成日期|制发日期|印发日期"
    r"|标题|名称|发文字号|文号|发布日期|发布时间|公开日期|公开方式|公开类别|有效性|文件状态|效力状态|生效日期|废止日期|主题词"
    r"|关键词|信息名称|公文种类|信息分类|签发人|统一登记号|规范性文件编号)[:：]"
)
_ISSUE = re.compile(r"^[（(]?\s*(?:总\s*)?第\s*[\d一二三四五六七八九十百〇]{1,5}\s*[期号]\s*[)）]?$")
_MOST_LINES = 4
"""Printed lines of a title at most."""
_MOST_ABOVE = 14
"""Lines above a title at most: a site's table of data has some ten."""
_LONGEST = 60
"""Characters of one line of a title."""
_LONGEST_TITLE = 160
_TAIL = re.compile(r"^.{0,24}的(?:通知|函|决定|批复|公告|报告|意见|请示)$")


def is_above(text: str) -> bool:
    """Whether a line belongs to what stands above a title and is none: a red head, a number, 机密★1年, 索引号：…."""
    squeezed = "".join(text.split())
    forms = (_COPY, _SECRECY, _URGENCY, _DATA)
    return (
        front_lines.is_masthead(text)
        or front_lines.is_number(text)
        or any(form.match(squeezed) for form in forms)
    )


def is_issue(text: str) -> bool:
    """Whether a line counts the issues of a bulletin: 第 12 期."""
    return _ISSUE.match(text) is not None


def above(pieces: Sequence[Piece]) -> int:
    """Return how many pieces from the top stand above the title; 0 where no title is left below them."""
    count = 0
    while count < len(pieces) - 1 and is_above(pieces[count].text):
        count += 1
    return count if 0 < count <= _MOST_ABOVE else 0


def lines_of_title(pieces: Sequence[Piece]) -> int:
    """Return how many pieces from the first make an official title (…关于…的通知); 0 where they make none.

    A title may begin with the bodies that issue it, and ends with the kind of document; 关于印发…方案 goes on
    where 的通知 follows.
    """
    said, whole = "", 0
    for count, piece in enumerate(pieces[:_MOST_LINES], start=1):
        text = piece.text
        if len(text) > _LONGEST and count > 1:
            break
        apart = front_lines.is_date(text) or front_lines.is_number(text) or ended(text) or marker(text)
        if apart or piece.level or (whole and not _TAIL.match(text)):
            break
        if count == 2 and not (
            front_lines.is_about(said) or (front_lines.is_about(text) and front_lines.is_body(said))
        ):
            break
        said += text
        if front_lines.is_about(said) and front_lines.is_whole_title(said) and len(said) <= _LONGEST_TITLE:
            whole = count
    return whole
