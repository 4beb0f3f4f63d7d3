"""A lead is a section of its own: found, quoted and cited, and no paragraph changes its number or code for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from corpus.preparing import prepare
from corpus.quoting import citations
from corpus.reading import files, sections
from db.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.vocabulary import Document

NOW = "2026-01-01T00:00:00+00:00"
BODY = "各地区各部门要结合实际，抓紧制定具体措施，明确责任分工，确保各项任务落到实处、取得实效。"
LEAD = "蓝印计划是本文只在导语里说到的一件事，正文各段都没有提到过它的名字。"


def read(folder: Path, lead: str) -> Document:
    """Return a document of two paragraphs under a lead, or under none."""
    path = folder / "a.txt"
    path.write_text(
        f"数字经济引领发展\n作者：兰建平\n{lead}{BODY}\n第二段说的是另外一件事情。\n", encoding="utf-8"
    )
    (document,) = files.read(path)
    return document


def test_a_lead_is_a_section_without_its_mark(tmp_path: Path) -> None:
    """The lead is numbered 0 and leaves 摘要： outside; paragraphs are numbered as they are without it."""
    document = read(tmp_path, f"摘要：{LEAD}\n")
    cut = sections.split(document)
    assert [(one.number, one.text) for one in cut][:2] == [(0, LEAD), (1, BODY)]
    assert all(document.text[one.start : one.end] == one.text for one in cut)
    assert [one.number for one in sections.split(read(tmp_path, ""))] == [1, 2]


def test_what_only_the_lead_says_is_kept_and_cited(tmp_path: Path) -> None:
    """A lead is stored under a code of its own and cited as 导语."""
    with Store(str(tmp_path / "a.db")) as store:
        store.articles.save(prepare(read(tmp_path, f"摘要：{LEAD}\n")), NOW)
        lead, *_ = store.sections.of_article("a")
        assert (lead.text, lead.number, len(lead.code)) == (LEAD, 0, 9)
        exported = store.articles.export("a")
        assert [one.number for one in exported.sections] == [0, 1, 2]
    cited = citations.line(citations.citation(exported.article, lead))
    assert cited == f"兰建平：《数字经济引领发展》，导语〔{lead.code}〕"


def test_a_lead_changes_no_other_code(tmp_path: Path) -> None:
    """A paragraph has the same code with a lead above it, even one of the same words, and when a lead comes later."""
    codes = []
    for place, lead in enumerate(["", f"摘要：{LEAD}\n", f"摘要：{BODY}\n"]):
        with Store(str(tmp_path / f"{place}.db")) as store:
            store.articles.save(prepare(read(tmp_path, lead)), NOW)
            codes.append([one.code for one in store.sections.of_article("a") if one.number > 0])
            if not lead:
                store.articles.save(prepare(read(tmp_path, f"摘要：{LEAD}\n")), NOW)
                codes.append([one.code for one in store.sections.of_article("a") if one.number > 0])
    assert codes == [codes[0]] * 4


def test_an_export_from_before_leads_were_sections_keeps_its_codes(tmp_path: Path) -> None:
    """Codes that an export gives to paragraphs alone stay with the paragraphs."""
    text = f"题目题目\n摘要：{LEAD}\n{BODY}"
    kinds = zip(("title", "lead", "paragraph"), text.split("\n"), strict=True)
    blocks = [{"kind": kind, "text": said} for kind, said in kinds]
    line = {
        "id": "a",
        "title": "题目题目",
        "lead": LEAD,
        "text": text,
        "blocks": blocks,
        "codes": ["0000-0001"],
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (document,) = files.read(tmp_path / "a.jsonl")
    assert document.codes == ("", "0000-0001")
