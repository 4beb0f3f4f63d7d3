"""What a reader of the code may trust: small files, one voice, each library in its room."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "handlers", "db", "corpus")
CODE = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 250, 45
SUPPRESSION = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z0-9, ]+)?|type:\s*ignore(?:\[[\w, -]+\])?|pragma:\s*no \w+)(.*)$"
)
SHORTEST_REASON = 6  # characters
HEAVY = (
    "jieba",
    "pypinyin",
    "opencc",
    "slack_bolt",
    "slack_sdk",
    "lxml",
    "docx",
    "pdfminer",
    "holidays",
    "tqdm",
)


def name(path: Path) -> str:
    """Return a path as a failure tells it."""
    return str(path.relative_to(ROOT))


@cache
def trees() -> dict[str, ast.Module]:
    """Return the syntax tree of every module by its path, read once for all rules."""
    return {name(path): ast.parse(path.read_text("utf-8")) for path in CODE + TESTS}


def functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return all functions of a module, those within others too."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_a_module_says_what_it_is_for() -> None:
    """Every module opens with a docstring."""
    assert [path for path, tree in trees().items() if not ast.get_docstring(tree)] == []


def test_a_file_is_small() -> None:
    """No file is longer than 250 lines, and no function longer than 45."""
    lengths = {name(path): len(path.read_text("utf-8").splitlines()) for path in CODE + TESTS}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}
    long = [
        f"{path}: {function.name}"
        for path, tree in trees().items()
        for function in functions(tree)
        if (function.end_lineno or 0) - function.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_a_test_states_its_rule() -> None:
    """Every test says in its docstring which rule it holds."""
    silent = [
        f"{path}: {function.name}"
        for path in map(name, TESTS)
        for function in functions(trees()[path])
        if function.name.startswith("test_") and not ast.get_docstring(function)
    ]
    assert silent == []


def test_a_check_that_is_switched_off_has_its_reason_beside_it() -> None:
    """Each suppression carries its reason on the same line."""
    bare = [
        f"{name(path)}: {line}"
        for path in CODE + TESTS
        for line in path.read_text("utf-8").splitlines()
        if (mark := SUPPRESSION.search(line)) and len(mark[1].strip(" -#")) < SHORTEST_REASON
    ]
    assert bare == []


def broad(handler: ast.ExceptHandler) -> bool:
    """Tell whether an except clause takes every error and does not pass it on."""
    last = handler.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    return handler.type is None or (
        isinstance(handler.type, ast.Name) and handler.type.id in {"Exception", "BaseException"}
    )


def test_a_broad_except_stands_only_at_the_outermost_loop() -> None:
    """At most the loops of the clock, the watchers, the pools and an import's documents catch everything."""
    found = [
        name(path)
        for path in CODE
        for node in ast.walk(trees()[name(path)])
        if isinstance(node, ast.ExceptHandler) and broad(node)
    ]
    assert [
        path
        for path in found
        if not path.startswith(("bot/beside.py", "bot/service/lanes.py", "bot/intake/work.py"))
    ] == []


def imported_by(statement: str) -> set[str]:
    """Return the modules, and their packages, that a fresh interpreter has after running `statement`."""
    script = f"{statement}\nimport sys\nprint(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=ROOT
    )
    return set(done.stdout.split()) | {module.split(".")[0] for module in done.stdout.split()}


@pytest.mark.parametrize("module", ["db.store", "bot.commands.search", "handlers.answering", "bot.cli"])
def test_nothing_heavy_is_imported_that_the_command_does_not_need(module: str) -> None:
    """Searching reads neither Slack's libraries nor those of other formats, nor a dictionary."""
    assert (
        imported_by(f"import {module}")
        & {*HEAVY, "corpus.quoting.fitness", "corpus.initiatives.spotting", "logging"}
        == set()
    )


def test_corpus_knows_no_database() -> None:
    """The text room can be imported where there is no SQLite."""
    statement = "import corpus.preparing, corpus.search.pipeline, corpus.reading.files"
    assert not imported_by(statement) & {"sqlite3", "sqlite_utils"}
