"""Documents made at random, as Hypothesis strategies: numbered and bare headings, run-ins, leads, lists, Latin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import strategies as st

from corpus.reading.layout.columns import CLOSERS, OPENERS, width

_CHARACTERS = st.text(
    alphabet="数字经济发展推进改革创新坚持产业融合区域合作提升能力的了", min_size=2, max_size=16
)
_LATIN = st.sampled_from(
    [
        "5G",
        "AI ",
        " APP",
        "G60 ",
        "Open Source",
        "“1+N”",
        "“互联网+”",
        "《办法》",
        "（GDP）",
        "40%",
        "3.5万",
        "20 ",
    ]
)
_ENGLISH = st.lists(
    st.sampled_from("the New digital Economy of 2018 Open Source G20 AI".split()), min_size=2, max_size=7
)
_CLAUSE = st.one_of(
    _CHARACTERS, _ENGLISH.map(" ".join), st.builds("{}{}{}".format, _CHARACTERS, _LATIN, _CHARACTERS)
)
_SENTENCE = st.lists(_CLAUSE, min_size=1, max_size=5).map(lambda clauses: "，".join(clauses) + "。")
_QUOTED = _CHARACTERS.map("他指出：“{}。”".format)
PARAGRAPH = st.lists(st.one_of(_SENTENCE, _SENTENCE, _QUOTED), min_size=1, max_size=4).map("".join)
PHRASE = st.text(alphabet="总体要求主要任务保障措施重点工作", min_size=3, max_size=14)
_NUMERALS = ("一", "二", "三", "四", "五")
_FAMILIES = ("第{}编 ", "第{}章 ", "第{}节 ", "{}、", "（{}）")
_ITEMS = ("{}. ", "{}.", "（{}）", "{})")


@st.composite
def _branch(draw: st.DrawFn, depth: int = 0) -> list[str]:
    """Draw a heading with what stands below it: paragraphs, run-ins, a list, or branches of a deeper family."""
    family = draw(st.sampled_from([*_FAMILIES, ""]))
    found: list[str] = []
    for numeral in _NUMERALS[: draw(st.integers(1, 3))]:
        found.append(family.format(numeral) + draw(PHRASE))
        if depth < 2 and draw(st.booleans()):
            found += draw(_branch(depth + 1))
        found += draw(
            st.one_of(st.lists(PARAGRAPH, min_size=1, max_size=3), _run_ins(), _list(), _articles())
        )
    return found


@st.composite
def _run_ins(draw: st.DrawFn) -> list[str]:
    heads = draw(st.lists(PHRASE, min_size=2, max_size=3))
    return [f"推进{head}。{draw(PARAGRAPH)}" for head in heads]


@st.composite
def _list(draw: st.DrawFn) -> list[str]:
    form, said = draw(st.sampled_from(_ITEMS)), draw(st.lists(_CHARACTERS, min_size=2, max_size=4))
    return [f"{form.format(number)}{text}；" for number, text in enumerate(said, start=1)] + [draw(PARAGRAPH)]


@st.composite
def _articles(draw: st.DrawFn) -> list[str]:
    return [f"第{numeral}条 {draw(PARAGRAPH)}" for numeral in _NUMERALS[: draw(st.integers(1, 3))]]


@st.composite
def documents(draw: st.DrawFn) -> list[str]:
    """Draw a document's blocks: a title, perhaps an author and a lead, and a tree."""
    front = [draw(PHRASE) + "的意见"]
    if draw(st.booleans()):
        front.append(draw(st.sampled_from(["兰建平", "作者：王小明", "文/Seth Kenlon", "国发〔2018〕1号"])))
    if draw(st.booleans()):
        front.append(draw(st.sampled_from(["摘要：", "【摘要】", ""])) + draw(PARAGRAPH))
    return front + draw(_branch())


@dataclass(frozen=True)
class Style:
    """How a document is set: columns, indents in full-width spaces or lost, blank lines, hanging marks."""

    columns: int
    indent: int
    lost: int
    blank: str
    hangs: bool


def _units(text: str) -> list[str]:
    """Cut a text into what no line divides: Latin words, and characters with the marks that cling to them."""
    found: list[str] = []
    for unit in re.findall(r"[A-Za-z0-9%.+]+|\s|.", text):
        if found and ((unit in CLOSERS and not found[-1].isspace()) or found[-1][-1] in OPENERS):
            found[-1] += unit
        else:
            found.append(unit)
    return found


def _wrap(text: str, style: Style, first: int) -> list[str]:
    lines, line, room = [], "", style.columns - first
    for unit in _units(text):
        over = width(line + unit) - room
        hung = style.hangs and len(unit) > 1 and unit[-1] in CLOSERS and over <= width(unit[-1])
        if line and over > 0 and not hung:
            lines.append(line.rstrip())
            line, room = "", style.columns
        line += unit if line else unit.lstrip()
    return [*lines, line.rstrip()] if line else lines


def rendered(blocks: list[str], style: Style) -> str:
    """Set a document's blocks as text: full-width characters count two, no line begins with a closing mark."""
    out: list[str] = []
    for text in blocks:
        lines = _wrap(text, style, 2 * style.indent or style.lost)
        out += ["\u3000" * style.indent + lines[0], *lines[1:]]
        out += [""] if style.blank == "between" else []
    return "".join(f"{line}\n" + "\n" * (style.blank == "every") for line in out)
