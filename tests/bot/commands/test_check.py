"""policy-bot check: a quotation, a file of them, and what comes out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.checking.verdicts import DANGERS, OTHERS, VERDICTS
from tests.bot.commands.typed import complained, said

if TYPE_CHECKING:
    from bot.command_context import CommandContext

CONTRACT = (Path(__file__).parents[3] / "docs/contract.md").read_text("utf-8")
KEYS = ["quote", "verdict", "flags", "differences", "article", "section", "citation", "articles", "took_ms"]


def test_a_quotation_is_told_in_words(place: CommandContext) -> None:
    """What is not there is said to be no proof that there is no such document."""
    told = said(place, "check", "量子计算机的补贴标准由省里的财政部门另行公布")
    assert told.startswith("未找到")
    assert "这不等于没有这份文件" in told


def test_a_file_is_answered_line_by_line(place: CommandContext, tmp_path: Path) -> None:
    """Each line, bare or JSON, gets one JSON object of the agreed shape, in order."""
    asked = tmp_path / "quotes.jsonl"
    objects = {"quote": "量子计算机\n的补贴", "claimed": {"title": "某办法"}}
    asked.write_text(f"数字经济\n{json.dumps(objects, ensure_ascii=False)}\n", encoding="utf-8")
    found = [json.loads(line) for line in said(place, "check", "--from", str(asked), "--json").splitlines()]
    assert [list(one) for one in found] == [KEYS, KEYS]
    assert [one["verdict"] for one in found] == ["exact", "absent"]
    assert found[1]["section"] is None


def test_a_line_without_a_quotation_is_named(place: CommandContext, tmp_path: Path) -> None:
    """A JSON object that holds no quotation is refused with its line."""
    asked = tmp_path / "quotes.jsonl"
    asked.write_text('{"text": "数字经济"}\n', encoding="utf-8")
    assert "line 1" in complained(place, "check", "--from", str(asked))


def test_the_contract_lists_verdicts_and_flags_in_their_order() -> None:
    """The tables of docs/contract.md hold the verdicts and the flags of the code, in the same order."""
    section = CONTRACT.split("## `policy-bot check`")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (\S+) \|", section, re.MULTILINE)
    assert rows == [*VERDICTS.items(), *DANGERS.items(), *OTHERS.items()]
