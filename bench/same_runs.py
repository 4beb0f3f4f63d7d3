"""What `bench/same.py` asks the program for: searches, outlines, initiatives and conversations."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

import time_machine

from bench.initiatives import documents, read_out
from bench.same_dump import dump
from bot.cli import main
from db.store import Store
from handlers.answering import Answering

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from handlers.answer import Answer, Quoted

Entry = tuple[str, str, str]  # table, key, value
COLLECTIONS = ("small", "cmrc", "drcd", "statutes")
LIMIT = 10  # passages a query
EXPLAINED = 5  # of the queries of `small`, one in so many is explained on the command line
NOON = "2026-11-23T04:00:00+00:00"
TALKS = Path(__file__).parent / "same_talks.txt"


def said(*words: str, at: str = NOON, typed: str = "") -> str:
    """Return what the command line prints at an instant that stands still, errors too."""
    out, stdin = io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(typed)
    try:
        with time_machine.travel(at, tick=False), redirect_stdout(out), redirect_stderr(out):
            code = main(words)
    finally:
        sys.stdin = stdin
    return out.getvalue() + (f"exit code {code}\n" if code else "")


def as_json(value: object) -> str:
    """Write a value in one line."""
    return json.dumps(value, ensure_ascii=False)


def searches(bench: Path, scratch: Path) -> Iterator[Entry]:
    """Import each collection, put all its queries, then give the rows of its store."""
    for name in COLLECTIONS:
        library = scratch / f"{name}.db"
        said("import", str(bench / "dev" / name / "articles.jsonl"), "--db", str(library))
        with Store(str(library)) as store:
            for half in ("dev", "talk"):
                queries = _queries(bench / half / name / "queries.jsonl")
                answering = Answering(store)
                for key, query in queries.items():
                    found = answering.search(query, limit=LIMIT, explain=True)
                    yield f"search {half}/{name}", key, as_json(_answer(found))
        if name == "small":
            yield from _explained(bench, library, scratch)
        yield from dump(library, f"library {name}", {})


def _queries(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["qid"]: row["query"] for row in rows}


def _explained(bench: Path, library: Path, scratch: Path) -> Iterator[Entry]:
    """Ask one in some queries on the command line, for people and as JSON."""
    queries = dict(list(_queries(bench / "dev/small/queries.jsonl").items())[::EXPLAINED])
    asked = scratch / "queries.txt"
    asked.write_text("".join(" ".join(query.split()) + "\n" for query in queries.values()), encoding="utf-8")
    words = "search", "--from", str(asked), "--explain", "--db", str(library)
    for key, line in zip(queries, said(*words, "--json").splitlines(), strict=True):
        shape = json.loads(line)
        del shape["took_ms"]
        yield "search --explain --json", key, as_json(shape)
    for number, line in enumerate(said(*words).splitlines()):
        yield "search --explain, lines", str(number), line


def _answer(answer: Answer) -> dict[str, Any]:
    names = (
        "answered",
        "total",
        "more",
        "did_you_mean",
        "suggestions",
        "phrase_missed",
        "kind",
        "lacking",
        "hint",
    )
    return {
        **{name: getattr(answer, name) for name in names},
        "passages": [_passage(one) for one in answer.passages],
        "looked_at": [_passage(one) for one in answer.looked_at],
    }


def _passage(quoted: Quoted) -> list[object]:
    """Return a passage with its score and features; these by value, for their names may change."""
    section, excerpt, match = quoted.section, quoted.excerpt, quoted.match
    beside = [one.code if one else "" for one in (quoted.limited_by, quoted.led_by, quoted.followed_by)]
    ranked: list[object] = []
    if match:
        parts = sorted(round(value, 9) for _, value in match.parts)
        also = [one.code for one in match.also]
        ranked = [round(match.score, 9), match.matched, match.spans, also, match.expansion, parts]
    return [
        quoted.article.id,
        section.code,
        ranked,
        section.headings,
        section.text,
        [excerpt.start, excerpt.end, excerpt.text, excerpt.highlights],
        quoted.cited,
        beside,
    ]


def outlines(bench: Path, scratch: Path) -> Iterator[Entry]:
    """Read every file of three benches, then import those of one and give the rows of its store."""
    for table, folder in (
        ("structure", bench / "structure/dev/inputs"),
        ("reading", bench / "reading"),
        ("official", bench / "official/files"),
    ):
        for path in _inputs(folder):
            told = said("outline", str(path), "--json").replace(str(folder), "@")
            yield f"outlines {table}", path.name, told
        library = scratch / f"{table}.db"
        told = said("import", *map(str, _inputs(folder)), "--json", "--db", str(library))
        for number, line in enumerate(told.replace(str(folder), "@").splitlines()):
            yield f"import {table}", str(number), line
        yield from dump(library, f"library {table}", {str(folder): "@"})


def _inputs(folder: Path) -> Sequence[Path]:
    left_out = (".expect.json", "README.md", "check.py")
    return [path for path in sorted(folder.iterdir()) if not path.name.endswith(left_out)]


def initiatives(bench: Path, scratch: Path) -> Iterator[Entry]:
    """Read the labelled documents, then run bench/initiatives.py and keep all but its timings."""
    for document, text in documents(bench / "structure/initiatives/dev/docs"):
        yield "initiatives read out", document["id"], as_json(read_out(document, text, scratch))
    command = [sys.executable, str(Path(__file__).parent / "initiatives.py"), str(bench.parent)]
    done = subprocess.run([*command, "--worst", "100"], check=True, capture_output=True, encoding="utf-8")  # noqa: S603 - our own script
    lines = (line for line in done.stdout.splitlines() if not line.startswith("spotting "))
    for number, line in enumerate(lines):
        yield "bench/initiatives.py", str(number), line


def talks(bench: Path, scratch: Path) -> Iterator[Entry]:
    """Record each conversation of same_talks.txt over a library of its own, line by line."""
    library = scratch / "talks.db"
    said("import", str(bench / "dev/small/articles.jsonl"), "corpus/articles", "--db", str(library))
    for number, talk in enumerate(conversations()):
        yield from recorded(f"talk {number + 1}", talk, library)
    yield from dump(library, "library of the talks", {str(Path.cwd()): "@"})


def conversations() -> list[list[str]]:
    """Return the conversations, each as the lines that are typed."""
    parts = TALKS.read_text(encoding="utf-8").split("\n\n")
    return [[line for line in part.splitlines() if not line.startswith("#")] for part in parts]


def recorded(table: str, lines: Iterable[str], library: Path, at: str = NOON) -> Iterator[Entry]:
    """Play a conversation on the console and give the lines of its record."""
    record = library.with_suffix(".txt")
    typed = "".join(f"{line}\n" for line in lines)
    told = said("console", "--record", str(record), "--db", str(library), at=at, typed=typed)
    for number, line in enumerate(record.read_text(encoding="utf-8").split("\n")):
        yield table, str(number), line
    yield table, "drawn", told
