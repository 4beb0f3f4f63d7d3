"""What stands before the body: title, author and lead, recognised by their marks and their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.wording.sentences import ended

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "温习兰安常乔庞樊殷齐梅盛童章鲁葛柳翟颜倪牛洪施伍左柏冉申岳欧阳司马上官诸葛尚管车仇甘焦包艾柴关苗阎凌"
)
_AUTHOR_MARK = re.compile(
    r"^[（(]?\s*(?:作\s*者|撰\s*文|撰\s*稿|执\s*笔|文|图文)\s*[:：/／|｜]\s*"
    r"|^[□◎■○●]\s*|^[Bb][Yy]:?\s+(?=[A-Z])"
)
_NAME = rf"[{_SURNAMES}][\u4e00-\u9fff·]{{1,3}}"
_LATIN = r"[A-Z][A-Za-z.'’-]*"
_TITLES = "总理|主席|省长|市长|县长|区长|州长|部长|主任|书记|院长|检察长|委员长|局长|厅长"
_PAPERS = "本报|本刊|新华社|人民日报|光明日报|经济日报"
_ANY_NAME = rf"(?:{_NAME}|[{_SURNAMES}][ \u3000]+[\u4e00-\u9fff](?![\u4e00-\u9fff]))"
_HAN_NAMES = re.compile(rf"^{_ANY_NAME}(?:[ \u3000、，,]+{_ANY_NAME})*$")
_LATIN_NAME = re.compile(
    rf"^{_LATIN}(?: (?:{_LATIN}|van|von|de|der|la|bin|al)){{1,3}}(?:(?:,| and| &) [A-Z][A-Za-z.'’ -]+)*$"
)
_OFFICE = re.compile(
    rf"^[\u4e00-\u9fff]{{0,20}}(?:{_TITLES})[ \u3000]+(\S[\u4e00-\u9fff·]{{1,4}}|\S[ \u3000]\S)$"
)
_DESK = re.compile(
    rf"^(?:{_PAPERS}|《[^》]{{2,12}}》|[\u4e00-\u9fff]{{2,6}}[报社网刊])?\s*(?:特约)?(?:评论员|记者|通讯员|编辑部|课题组)"
    r"(?:[ \u3000:：、]+[\u4e00-\u9fff·]{1,5})*$"
    r"|^本报评论员.{0,12}$"
)
_SAYS = re.compile("[？?！。；]")
"""What a question or a sentence has and no name: 记者：您如何理解？"""
_BLANK = re.compile(r"[\u00a0\u2002\u2003\u2009]")
_LEAD_MARK = re.compile(
    r"^[【\[（(]?\s*(?:摘\s*要|内容提要|内容摘要|提\s*要|导\s*语|导\s*读|编者按|核心提示|阅读提示"
    r"|[Aa]bstract|ABSTRACT|[Ss]ummary)\s*+(?:[】\])）]\s*+(?:[:：]\s*+)?+|[:：]\s*+)"
)
_GENRE = re.compile(
    r"(?:通知|意见|决定|决议|公告|通告|通报|报告|请示|批复|函|纪要|办法|条例|规定|细则|方案|规划|纲要|要点|法"
    r"|章程|命令|议案|宣言|讲话|计划|制度|准则|规则)(?:[（(].{1,20}[)）])?$"
)
_ABOUT = re.compile(r"关于|印发|转发|公布|批转|发布")
_SIGNED_DATE = re.compile(
    r"^(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$"
)
_BODY = re.compile(
    r"^[\u4e00-\u9fff（）()、 ]{2,60}(?:院|部|委|厅|局|署|办|会|政府|银行|中央|办公室|公司|中心)$"
)
_OFFICIAL = re.compile(
    r"^(?=.*(?:[省市县区州镇乡]|国家|国务|中共|中央|全国|人民|自治|街道|兵团))[\u4e00-\u9fff（）()、]{2,40}(?<![的和与])"
    r"(?:[省市县区州]委|政府|委员会|管委会|常委会|办公室|办公厅|[局厅署]|总局|部|法院|检察院|国务院|人大|政协|政法委|组织部|中心)$"
)
_TITLED = re.compile(r"^([\u4e00-\u9fff]{2,30}?)(?:关于|印发|转发|批转)(?=\S{4})")
_NUMBER = re.compile(r"^\S{1,14}[\u3014\[（(【]\s*\d{4}\s*[\u3015\])）】]\s*\S{0,3}\d+\s*号")
_IMPRINT = re.compile(r"\S(?:\u3000|[ \t]{2})\s*+\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:印发|印)?$")
_LONGEST_NUMBER_LINE = 60
_NUMBER_LABEL = re.compile(r"^(?:发文字号|文\s*号|字\s*号)\s*[:：]\s*")
_MASTHEAD = re.compile(r"^[\u4e00-\u9fff\s]{2,40}文\s*件$")
_NUMBER_LINE = re.compile(_NUMBER.pattern + r"$")
_DATED = re.compile(r"^[（(]?\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?!至|前|起|，|以)")
_DATE = re.compile(
    r"^[（(]?\s*[\d〇○零一二三四五六七八九]{2,4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月"
    r"(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?.{0,40}$"
)


def author_of(piece: Piece) -> str | None:
    """Return the author's name that a piece names, without its mark, or None where it is no author's line."""
    if piece.role == "author":
        return _AUTHOR_MARK.sub("", piece.text)
    text = _BLANK.sub(" ", piece.text).strip()
    if len(text) > 60 or ended(text) or _SAYS.search(text) or piece.level or piece.role in {"row", "note"}:
        return None
    marked = _AUTHOR_MARK.match(text)
    if marked and len(text) - marked.end() <= 40:
        return text[marked.end() :].rstrip("）)").strip()
    office = _OFFICE.match(text)
    if office:
        return office.group(1)
    if any(form.match(text) for form in (_HAN_NAMES, _LATIN_NAME, _DESK)):
        return text
    return None


def lead_of(piece: Piece) -> str | None:
    """Return the lead that a piece holds, without its mark (摘要：), or None where it has no mark."""
    mark = _LEAD_MARK.match(piece.text)
    if mark and len(piece.text) > mark.end():
        return piece.text[mark.end() :]
    return piece.text if piece.role == "lead" else None


def opens_front_line(text: str) -> bool:
    """Whether a text opens with a mark that only a line of its own has: 作者：, 摘要：, a document number."""
    return any(form.match(text) for form in (_AUTHOR_MARK, _LEAD_MARK, _NUMBER_LINE))


def dated(text: str) -> bool:
    """Whether a text opens with a whole date, as the line does that says when a law was passed."""
    return _DATED.match(text) is not None


def is_number(text: str) -> bool:
    """Whether a text is a document's number, with its year in brackets."""
    return _NUMBER.match(text) is not None


def number_in(text: str) -> str | None:
    """Return the document's number that a line gives, alone: 滨政办发〔2020〕33号 of …33号    签发人：李四."""
    found = _NUMBER.match(_NUMBER_LABEL.sub("", text))
    return found.group() if found and len(text) <= _LONGEST_NUMBER_LINE and not ended(text) else None


def is_date(text: str) -> bool:
    """Whether a text is a date line: 2018年10月23日, （2019年3月5日）."""
    return _DATE.match(text) is not None and not ended(text)


def is_masthead(text: str) -> bool:
    """Whether a text is the red head of an official document: the issuing body and 文件."""
    return _MASTHEAD.match(text) is not None


def is_whole_title(text: str) -> bool:
    """Whether a title looks complete: it ends in the name of a kind of document."""
    return _GENRE.search(text) is not None


def is_imprint(text: str) -> bool:
    """Whether a line only says who made a paper and when: 督查办公室编　　2022年8月5日, …2020年9月30日印发."""
    return _IMPRINT.search(text) is not None and not ended(text)


def is_broken_title(text: str) -> bool:
    """Whether a title says whom or what it is about (国务院关于…) and not yet what kind of document it is."""
    return _ABOUT.search(text) is not None and not is_whole_title(text)


def is_about(title: str) -> bool:
    """Whether a text says what an official document is about: 关于…, 印发…."""
    return _ABOUT.search(title) is not None


def is_body(text: str) -> bool:
    """Whether a line names nothing but public bodies: 滨海市人民政府办公室, 中共…市委　…市人民政府."""
    return all(_OFFICIAL.match(name) for name in re.split(r"[ \u3000\u2003]+", _BLANK.sub(" ", text).strip()))


def issuer(title: str, texts: Sequence[str]) -> str | None:
    """Return the body that issued a document: the one that signs it (落款), else the one that its title names.

    Bodies that sign together on lines of their own are given in one line, as they follow each other.
    """
    for place, text in enumerate(texts):
        if _SIGNED_DATE.match(text):
            above = place
            while above and _BODY.match(_BLANK.sub(" ", texts[above - 1])):
                above -= 1
            if above < place:
                return " ".join(texts[above:place])
    named = _TITLED.match(title)
    return named.group(1) if named else None
