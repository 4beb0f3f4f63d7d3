"""A kill at any moment leaves the old version; writers and readers in several processes do not meet halves."""

from __future__ import annotations

import os
import pickle
import random
import signal
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from corpus.matching.query import parse
from corpus.matching.search import search
from db.store import Store
from tests.db.making import MONDAY, prepared

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.preparing import Prepared

KILLS = 20
SECTIONS = 12
WRITER = """
import pickle, sys
from pathlib import Path
from db.store import Store

versions = pickle.loads(Path(sys.argv[2]).read_bytes())
with Store(sys.argv[1]) as store:
    print("ready", flush=True)
    for turn in range(int(sys.argv[3])):
        saved = store.articles.save(versions[turn % len(versions)], f"2026-11-23T09:00:{turn % 60:02}Z")
        print(saved.article.id, saved.version, flush=True)
"""
READER = """
import sys, time
from corpus.matching.query import parse
from corpus.matching.search import search
from db.store import Store

halves, looks, until = 0, 0, time.monotonic() + float(sys.argv[2])
with Store(sys.argv[1]) as store:
    while time.monotonic() < until:
        for article in ("plan", "other"):
            with store.reading():
                texts = [section.text for section in store.sections.of_article(article)]
                words = {text[:2] for text in texts}
                whole = store.articles.text(article).split("\\n")[1:]
                found = search(parse("数字工匠"), store.library()).matches
                named = {match.section.text[:2] for match in found if match.section.article == article}
            looks += 1
            halves += len(words) != 1 or texts != whole or not named <= words
print(halves, looks)
"""


def a_version(mark: str, article: str = "plan") -> Prepared:
    """Prepare a version whose every section begins with the same two characters."""
    texts = [f"{mark}第{number}项：培育一批实用型数字工匠，打造特色产业平台。" for number in range(SECTIONS)]
    return prepared(texts, article=article)


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    """Write two versions of one article, prepared, into a file."""
    return kept(tmp_path / "versions.pickle", "plan")


def kept(path: Path, article: str) -> Path:
    """Write two versions of an article into a file."""
    path.write_bytes(pickle.dumps([a_version("甲版", article), a_version("乙版", article)]))
    return path


def start(script: str, *words: object) -> subprocess.Popen[str]:
    """Start a process that runs a script."""
    command = [sys.executable, "-c", script, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def marks_of(store: Store) -> set[str]:
    """Return with which characters the sections that stand begin."""
    return {section.text[:2] for section in store.sections.of_article("plan")}


def check(path: Path) -> None:
    """Open the store and hold it against all that must be true of it."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    with Store(str(path)) as store:
        assert store.troubles() == []
        assert len(marks_of(store)) == 1
        assert store.library().size() == store.sections.count() == SECTIONS
        (last,) = store.articles.history("plan")[-1:]
        assert last.number == len(store.articles.history("plan"))
        found = search(parse("数字工匠"), store.library()).matches
        assert {match.section.text[:2] for match in found} == marks_of(store)


def test_a_kill_at_any_moment_leaves_a_whole_version(tmp_path: Path, versions: Path) -> None:
    """After SIGKILL the store opens, is sound, and answers with one version and nothing of another."""
    path = tmp_path / "policy.db"
    dice = random.Random(20)  # noqa: S311 - the same moments in every run
    with Store(str(path)) as store:
        store.articles.save(a_version("甲版"), MONDAY)
    for _ in range(KILLS):
        writer = start(WRITER, path, versions, 10_000)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(dice.uniform(0, 0.05))
        os.kill(writer.pid, signal.SIGKILL)
        writer.communicate()
        check(path)
    with Store(str(path)) as store:
        assert len(store.articles.history("plan")) > 1


def test_two_processes_write_while_others_read(tmp_path: Path) -> None:
    """Nothing is lost, nobody is turned away, and no reader sees half a version."""
    path, turns = tmp_path / "policy.db", 10
    with Store(str(path)) as store:
        for article in ("plan", "other"):
            store.articles.save(a_version("乙版", article), MONDAY)
    writers = [
        start(WRITER, path, kept(tmp_path / f"{article}.pickle", article), turns)
        for article in ("plan", "other")
    ]
    readers = [start(READER, path, 1.2) for _ in range(2)]
    said = [process.communicate()[0].split() for process in (*readers, *writers)]
    assert [process.returncode for process in (*writers, *readers)] == [0] * 4
    assert [halves for halves, _ in said[:2]] == ["0", "0"]
    assert all(int(looks) > 0 for _, looks in said[:2])
    with Store(str(path)) as store:
        assert [len(store.articles.history(article)) for article in ("plan", "other")] == [turns + 1] * 2
        assert store.troubles() == []
