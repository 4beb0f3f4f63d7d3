"""Imports by the program itself, worker processes and all, that are killed at random moments."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from corpus.search.pipeline import search
from corpus.search.query.language import parse
from db.store import Store

ARTICLES, SECTIONS = 50, 12  # more than is read without other processes
LEAVING = 20.0  # seconds that the processes of a killed import have to leave
PADDING = "各区各部门要认真做好组织实施工作，抓紧制定具体措施，明确责任分工，确保各项任务落到实处。" * 5


def killed_imports(folder: Path, kills: int) -> list[int]:
    """Kill imports and look at the store after each; return after each how many articles had the new version."""
    dice = random.Random(20)  # noqa: S311 - the same shares of the time in every run
    library, versions = folder / "policy.db", [_written(folder, mark) for mark in ("甲版", "乙版")]
    began = time.monotonic()
    _start(versions[0], library).wait()
    lasts = time.monotonic() - began
    seen = []
    for turn in range(kills):
        process = _start(versions[(turn + 1) % 2], library)
        time.sleep(dice.uniform(0.2, 1.0) * lasts)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert _all_left(process.pid)
        seen.append(_whole(library, "乙版" if turn % 2 == 0 else "甲版"))
    return seen


def _written(folder: Path, mark: str) -> Path:
    """Write a collection whose every paragraph begins with the same two characters."""
    path = folder / f"{mark}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(ARTICLES):
            texts = [f"{mark}第{at}项：培育第{number}批数字工匠。{PADDING}" for at in range(SECTIONS)]
            fields = {"id": f"plan{number}", "title": f"第{number}号规划", "text": "\n\n".join(texts)}
            file.write(json.dumps(fields, ensure_ascii=False) + "\n")
    return path


def _start(path: Path, library: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bot", "import", str(path), "--db", str(library)]
    root = Path(__file__).parent.parent.parent
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=root, start_new_session=True)


def _all_left(session: int) -> bool:
    """Wait until no process of a session is left; a dead one that nobody has buried counts as gone."""
    until = time.monotonic() + LEAVING
    while time.monotonic() < until:
        if not any(_runs_in(path, session) for path in Path("/proc").glob("[0-9]*")):
            return True
        time.sleep(0.05)
    return False


def _runs_in(path: Path, session: int) -> bool:
    try:
        state, _, _, its = (path / "stat").read_text().rsplit(")", 1)[1].split()[:4]
    except OSError:
        return False
    return its == str(session) and state != "Z"


def _whole(library: Path, new: str) -> int:
    """Hold a store against all that must be true of it; return how many articles have the new version."""
    connection = sqlite3.connect(library)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    with Store(str(library)) as store:
        assert store.troubles() == []
        assert store.articles.count() == ARTICLES
        marks = {}
        for article, count in store.articles.all():
            sections = store.sections.of_article(article.id)
            (marks[article.id],) = {section.text[:2] for section in sections}
            assert len(sections) == count == SECTIONS
        found = search(parse("数字工匠"), store.library()).matches
        assert found
        assert all(match.section.text[:2] == marks[match.section.article] for match in found)
        return list(marks.values()).count(new)
