"""Automatic numbers against a small model of the specification (ECMA-376, 17.9): 2,000 lists, read from files."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.reading import files
from corpus.reading.formats import docx
from tests.corpus.reading.makers import docx as packed
from tests.corpus.reading.makers import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEVELS = 3


@dataclass(frozen=True)
class Level:
    """One level: where it starts, after which level it starts anew (None: any above; 0: never), legal or not."""

    start: int
    restart: int | None
    form: str
    legal: bool

    def xml(self, place: int) -> str:
        """Return it as a file says it; it prints the numbers of all levels down to its own."""
        restart = "" if self.restart is None else f'<w:lvlRestart w:val="{self.restart}"/>'
        text = ".".join(f"%{above + 1}" for above in range(place + 1))
        return (
            f'<w:lvl w:ilvl="{place}"><w:start w:val="{self.start}"/><w:numFmt w:val="{self.form}"/>{restart}'
            f'{"<w:isLgl/>" * self.legal}<w:suff w:val="nothing"/><w:lvlText w:val="{text}："/></w:lvl>'
        )


@dataclass(frozen=True)
class Instance:
    """An instance (w:num) of the list: levels of its own, and where levels start anew when it is first used."""

    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)

    def xml(self, number: int) -> str:
        """Return it as a file says it."""
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{place}">'
            + (f'<w:startOverride w:val="{self.starts[place]}"/>' if place in self.starts else "")
            + (self.levels[place].xml(place) if place in self.levels else "")
            + "</w:lvlOverride>"
            for place in range(LEVELS)
            if place in self.starts or place in self.levels
        )
        return f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{overrides}</w:num>'


def printed(count: int, form: str) -> str:
    """Return a count in one of the forms of the model."""
    return {"decimal": str(count), "decimalZero": f"{count:02}", "upperLetter": chr(ord("A") + count - 1)}[
        form
    ]


def model(kind: list[Level], instances: list[Instance], items: list[tuple[int, int]]) -> Iterator[str]:
    """Yield the number of each item (instance, level), counted over by the words of the specification."""
    last: dict[int, int] = {}
    begun: set[int] = set()
    for number, place in items:
        own = instances[number]
        levels = [own.levels.get(at, kind[at]) for at in range(LEVELS)]
        starts = [own.starts.get(at, levels[at].start) for at in range(LEVELS)]
        if number not in begun:
            begun.add(number)
            last = {at: count for at, count in last.items() if at not in own.starts}
        last[place] = last[place] + 1 if place in last else starts[place]
        for below in range(place + 1, LEVELS):
            restart = levels[below].restart
            if restart is None or place < restart:
                last.pop(below, None)
        shown = [last.get(at, starts[at]) for at in range(place + 1)]
        forms = ["decimal" if levels[place].legal else levels[at].form for at in range(place + 1)]
        yield ".".join(map(printed, shown, forms)) + "："


level = st.builds(
    Level,
    start=st.integers(1, 4),
    restart=st.sampled_from([None, None, 0, 1, 2]),
    form=st.sampled_from(["decimal", "decimalZero", "upperLetter"]),
    legal=st.booleans(),
)
places = st.integers(0, LEVELS - 1)
instance = st.builds(
    Instance,
    levels=st.dictionaries(places, level, max_size=1),
    starts=st.dictionaries(places, st.integers(1, 5), max_size=2),
)


@settings(max_examples=2_000, deadline=None)
@given(
    kind=st.lists(level, min_size=LEVELS, max_size=LEVELS),
    instances=st.lists(instance, min_size=3, max_size=3),
    items=st.lists(st.tuples(st.integers(0, 2), places), min_size=1, max_size=12),
)
def test_numbers_are_those_of_the_specification(
    kind: list[Level], instances: list[Instance], items: list[tuple[int, int]]
) -> None:
    """Whatever levels, instances, overrides and restarts a file has, each has the number of the model."""
    levels = "".join(one.xml(place) for place, one in enumerate(kind))
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    numbering += "".join(one.xml(number + 1) for number, one in enumerate(instances))
    paragraphs = [
        said("甲。", more=f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number + 1}"/></w:numPr>')
        for number, place in items
    ]
    found, unseen = docx.pieces(packed(*paragraphs, numbering=numbering), "a.docx")
    assert [piece.text for piece in found] == [f"{number}甲。" for number in model(kind, instances, items)]
    assert unseen == ()


def numbered(number: str = "", place: int | None = None, style: str = "", text: str = "应当公开。") -> str:
    """Return a paragraph that names a list, or a style that does."""
    level_of = "" if place is None else f'<w:ilvl w:val="{place}"/>'
    more = f'<w:numPr>{level_of}<w:numId w:val="{number}"/></w:numPr>' if number else ""
    return said(text, style=style, more=more)


def read(folder: Path, *paragraphs: str, numbering: str, styles: str = "") -> list[str]:
    """Return the blocks below the title of a file with these numbered paragraphs."""
    path = folder / "a.docx"
    path.write_bytes(packed(said("港口管理办法"), *paragraphs, numbering=numbering, styles=styles))
    (document,) = files.read(path)
    return [block.text for block in document.outline.blocks]


def kinds(inside: str, number: int = 0) -> str:
    """Return a list's definition."""
    return f'<w:abstractNum w:abstractNumId="{number}">{inside}</w:abstractNum>'


def article(form: str = "chineseCountingThousand", place: int = 0, more: str = "") -> str:
    """Return a level that numbers articles."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="第%{place + 1}条"/></w:lvl>'
    )


NUM = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def test_an_empty_numbered_paragraph_counts(tmp_path: Path) -> None:
    """Word counts an empty paragraph of a list, but none that is hidden or merged into the next."""
    hidden = numbered("1", text="").replace("</w:pPr>", "<w:rPr><w:vanish/></w:rPr></w:pPr>")
    found = read(
        tmp_path,
        numbered("1"),
        numbered("1", text=""),
        hidden,
        numbered("1"),
        numbering=kinds(article()) + NUM,
    )
    assert found == ["第一条应当公开。", "第三条应当公开。"]


def test_a_style_of_lists_gives_the_levels(tmp_path: Path) -> None:
    """A list that only names a list style (w:numStyleLink) counts as the list that defines it."""
    linked = kinds('<w:numStyleLink w:val="L"/>') + kinds(f'<w:styleLink w:val="L"/>{article()}', 1)
    assert read(tmp_path, numbered("1"), numbering=linked + NUM) == ["第一条应当公开。"]


def test_a_level_that_names_a_style_numbers_its_paragraphs(tmp_path: Path) -> None:
    """A style that names a list without a level has the level that names the style; its 0 takes numbers away."""
    levels = article() + article(place=1, more='<w:pStyle w:val="B"/>')
    style = '<w:style w:styleId="B"><w:name w:val="B"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    found = read(
        tmp_path, numbered(style="B"), numbered("0", style="B"), numbering=kinds(levels) + NUM, styles=style
    )
    assert found == ["第一条应当公开。", "应当公开。"]


def test_a_form_of_its_own_stands_in_an_alternative(tmp_path: Path) -> None:
    """001, 002 … is kept where older programs find a plain number."""
    own = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    plain = '<w:numFmt w:val="decimal"/>'
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    choice = f"<a:Choice>{own}</a:Choice><a:Fallback>{plain}</a:Fallback>"
    both = f'<a:AlternateContent xmlns:a="{mc}">{choice}</a:AlternateContent>'
    level_of = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{both}<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>'
    assert read(tmp_path, numbered("1"), numbering=kinds(level_of) + NUM) == ["001、应当公开。"]


FORMS = {
    "decimalEnclosedCircleChinese": "①②③", "decimalEnclosedParen": "⑴⑵⑶", "decimalEnclosedFullstop": "⒈⒉⒊",
    "ideographTraditional": "甲乙丙", "ideographZodiac": "子丑寅", "chineseLegalSimplified": "壹贰叁",
    "ideographLegalTraditional": "壹貳參", "decimalFullWidth": "１２３", "ideographDigital": "一二三",
    "taiwaneseCounting": "一二三", "upperLetter": "ABC",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_list_counts_in_its_form(form: str, tmp_path: Path) -> None:
    """Each form of numbers is printed as Word prints it."""
    found = read(tmp_path, *itertools.repeat(numbered("1"), 3), numbering=kinds(article(form)) + NUM)
    assert found == [f"第{sign}条应当公开。" for sign in FORMS[form]]
