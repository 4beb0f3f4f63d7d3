"""Every sentence a user may read stands in the catalogue, and says what its name promises."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from handlers.listeners.subcommands import TABLE
from handlers.rendering.answers import help_text
from handlers.replies import Replies

HANDLERS = Path(__file__).parent.parent.parent / "handlers"
SURFACES = sorted(
    p
    for p in HANDLERS.rglob("*.py")
    if not p.name.startswith(("replies", "subcommands", "command_words", "schedule_request"))
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def spoken(source: str) -> list[str]:
    """Return the Chinese string literals of a module, its docstrings left out."""
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {ast.get_docstring(n, clean=False) for n in ast.walk(tree) if isinstance(n, documented)}
    literals = (n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return [text for text in literals if CHINESE.search(text) and text not in docstrings]


@pytest.mark.parametrize("path", SURFACES, ids=lambda path: str(path.relative_to(HANDLERS)))
def test_no_sentence_stands_in_a_handler(path: Path) -> None:
    """Chinese stands in the catalogues and, as what users type, in the table of sub-commands."""
    assert spoken(path.read_text("utf-8")) == []


def test_every_sentence_is_used() -> None:
    """A sentence that nobody says is taken out."""
    source = "".join(path.read_text("utf-8") for path in SURFACES)
    unused = [f.name for f in fields(Replies) if not re.search(rf"replies\.{f.name}\b", source)]
    assert unused == []


def test_every_sub_command_is_explained_with_its_alias() -> None:
    """The help names each sub-command once, by the word and the first alias that the reader knows."""
    told = json.dumps(help_text(TABLE, Replies()).blocks, ensure_ascii=False)
    for row in TABLE:
        assert row.usage.startswith(f"/policy {row.word}")
        assert told.count(f'"{row.usage}"') == 1
        assert f"（{row.aliases[0]}）：{row.purpose}" in told
