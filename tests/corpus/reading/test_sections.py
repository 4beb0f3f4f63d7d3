"""Under which headings a section is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.reading import files, sections

if TYPE_CHECKING:
    from pathlib import Path

BODY = "更新改造老旧供水管网一百二十公里，实行分区计量管理，降低漏损率。"


def paths(folder: Path, *paragraphs: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the first words of each section with its headings."""
    (folder / "a.txt").write_text("\n\n".join(["供水保障实施方案", *paragraphs]), encoding="utf-8")
    (document,) = files.read(folder / "a.txt")
    return [(section.text[:4], section.headings) for section in sections.split(document)]


def test_a_paragraph_of_the_heading_s_own_numbering_is_its_sibling(tmp_path: Path) -> None:
    """（三）水质监测。… closes the heading （二）管网改造。 and is cited under 一、 alone."""
    found = paths(
        tmp_path,
        "一、主要任务",
        f"（一）水源保护。{BODY}",
        "（二）管网改造。",
        BODY,
        f"（三）水质监测。{BODY}",
        BODY,
    )
    assert found == [
        ("（一）水", ("一、主要任务",)),
        ("更新改造", ("一、主要任务", "（二）管网改造。")),
        ("（三）水", ("一、主要任务",)),
        ("更新改造", ("一、主要任务",)),
    ]


def test_a_list_below_a_heading_stays_below_it(tmp_path: Path) -> None:
    """Items that begin anew below a heading of their own family belong to it."""
    found = paths(tmp_path, "1.平台", BODY, f"1.建设平台。{BODY}", f"2.用好平台。{BODY}", "2.数据", BODY)
    assert [headings for _, headings in found] == [("1.平台",)] * 3 + [("2.数据",)]
