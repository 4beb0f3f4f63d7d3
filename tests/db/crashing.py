"""Processes that write and read one store, are killed, and leave it to be looked at."""

from __future__ import annotations

import os
import pickle
import random
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.search.pipeline import search
from corpus.search.query.language import parse
from db.store import Store
from tests.db.making import MONDAY, prepared

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.preparing import Prepared

SECTIONS = 12
WRITER = """
import pickle, sys, time
from pathlib import Path
from db.store import Store

versions = pickle.loads(Path(sys.argv[2]).read_bytes())
turn, until = 0, time.monotonic() + float(sys.argv[3])
with Store(sys.argv[1]) as store:
    while time.monotonic() < until:
        if turn == 2:
            print("ready", flush=True)
        store.articles.save(versions[turn % len(versions)], f"2026-11-23T09:00:{turn % 60:02}Z")
        turn += 1
print(turn)
"""
READER = """
import sys, time
from corpus.search.query.language import parse
from corpus.search.pipeline import search
from db.store import Store

halves, looks, until = 0, 0, time.monotonic() + float(sys.argv[2])
with Store(sys.argv[1]) as store:
    while time.monotonic() < until:
        for article in sys.argv[3:]:
            with store.reading():
                texts = [section.text for section in store.sections.of_article(article)]
                words = {text[:2] for text in texts}
                whole = store.articles.text(article).split("\\n")[1:]
                found = search(parse("数字工匠"), store.library()).matches
                named = {match.section.text[:2] for match in found if match.section.article == article}
            looks += 1
            halves += len(words) != 1 or texts != whole or not named <= words
print(looks)
print(halves)
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a crowd of processes did: saves, versions that are there now, looks, and halves among them."""

    saves: int
    versions: int
    looks: int
    halves: int


def a_version(mark: str, article: str = "plan") -> Prepared:
    """Prepare a version whose every section begins with the same two characters."""
    texts = [f"{mark}第{number}项：培育一批实用型数字工匠，打造特色产业平台。" for number in range(SECTIONS)]
    return prepared(texts, article=article)


def killed(folder: Path, kills: int) -> int:
    """Kill a writer at random moments, look at the store after each; return how many versions it has then."""
    path, dice = folder / "policy.db", random.Random(20)  # noqa: S311 - the same moments in every run
    versions = _kept(folder, "plan")
    with Store(str(path)) as store:
        store.articles.save(a_version("甲版"), MONDAY)
    for _ in range(kills):
        writer = _start(WRITER, path, versions, 60)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(dice.uniform(0, 0.05))
        os.kill(writer.pid, signal.SIGKILL)
        writer.communicate()
        check(path)
    with Store(str(path)) as store:
        return len(store.articles.history("plan"))


def crowded(folder: Path, *, writers: int, readers: int, seconds: float) -> Counts:
    """Let processes write, each its own article, while others read; return what they did."""
    path, articles = folder / "policy.db", [f"plan{number}" for number in range(writers)]
    with Store(str(path)) as store:
        for article in articles:
            store.articles.save(a_version("乙版", article), MONDAY)
    writing = [_start(WRITER, path, _kept(folder, article), seconds) for article in articles]
    reading = [_start(READER, path, seconds, *articles) for _ in range(readers)]
    wrote = [process.communicate()[0].split() for process in writing]
    read = [process.communicate()[0].split() for process in reading]
    assert [process.returncode for process in (*writing, *reading)] == [0] * (writers + readers)
    with Store(str(path)) as store:
        assert store.troubles() == []
        versions = sum(len(store.articles.history(article)) for article in articles)
    return Counts(
        saves=sum(int(said[-1]) for said in wrote) + writers,
        versions=versions,
        looks=sum(int(said[0]) for said in read),
        halves=sum(int(said[1]) for said in read),
    )


def check(path: Path) -> None:
    """Open a store and hold it against all that must be true of it."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    with Store(str(path)) as store:
        assert store.troubles() == []
        marks = {section.text[:2] for section in store.sections.of_article("plan")}
        assert len(marks) == 1
        assert store.library().size() == store.sections.count() == SECTIONS
        versions = store.articles.history("plan")
        assert [version.number for version in versions] == list(range(1, len(versions) + 1))
        found = search(parse("数字工匠"), store.library()).matches
        assert {match.section.text[:2] for match in found} == marks


def _kept(folder: Path, article: str) -> Path:
    """Write two versions of an article, prepared, into a file."""
    path = folder / f"{article}.pickle"
    path.write_bytes(pickle.dumps([a_version("甲版", article), a_version("乙版", article)]))
    return path


def _start(script: str, *words: object) -> subprocess.Popen[str]:
    """Start a process that runs a script."""
    command = [sys.executable, "-c", script, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
