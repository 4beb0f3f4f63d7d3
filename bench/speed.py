"""Make libraries of 10,000, 100,000 and 1,000,000 sections and measure how search keeps up.

    python bench/speed.py ../shared/bench [--sizes 10000,100000] [--folder build/speed] [--keep]

Each library is imported by the program itself; queries run in one warm process. Beside it the same queries (every
fifth of them) go to FTS5's own trigrams, ordered by bm25, over the same sections in the same run. The time by the
clock stands beside that of the processor, which neighbours on the same machine lengthen less; `loop us` tells how
much: what a fixed loop of Python takes meanwhile, at the median, in microseconds of processor time.
"""

from __future__ import annotations

import argparse
import json
import resource
import sqlite3
import subprocess
import sys
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from handlers.answering import Answering

COLUMNS = (
    "engine",
    "sections",
    "import s",
    "sections/s",
    "file MB",
    "index MB",
    "memory MB",
    "p50 ms",
    "p95 ms",
    "CPU p50",
    "CPU p95",
    "loop us",
    "exact s@1",
    "fuzzy s@1",
)
FOUND = 10  # results that are asked for
EVERY = 5  # of the queries, plain trigrams are asked one in so many: they take a second each over a million
LOOP = 20_000  # additions in the loop that tells how much the neighbours slow this process


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share of them lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def make(bench: Path, folder: Path, size: int) -> Path:
    """Make the collection once."""
    made = folder / str(size)
    if not (made / "qrels.tsv").exists():
        script = [sys.executable, str(bench / "make_scale.py"), str(bench / "dev"), str(made), str(size)]
        subprocess.run(script, check=True)  # noqa: S603 - our own script
    return made


def imported(made: Path) -> float:
    """Import the collection into a new library and return the seconds that took."""
    for old in made.glob("policy.db*"):
        old.unlink()
    began = perf_counter()
    command = [
        sys.executable,
        "-m",
        "bot",
        "import",
        str(made / "articles.jsonl"),
        "--db",
        str(made / "policy.db"),
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
    return perf_counter() - began


def asked(made: Path) -> list[tuple[str, str, str]]:
    """Read the queries as (query, class, the words that are right)."""
    right = dict(
        line.split("\t")[0:4:3] for line in (made / "qrels.tsv").read_text(encoding="utf-8").splitlines()
    )
    rows = map(json.loads, (made / "queries.jsonl").read_text(encoding="utf-8").splitlines())
    return [(row["query"], row["class"], right[row["qid"]]) for row in rows]


@dataclass
class Figures:
    """What was measured: milliseconds by the clock and of the processor, which answers were right, sizes in MB."""

    engine: str
    sections: int
    import_s: float
    file_mb: float = 0.0
    index_mb: float = 0.0
    memory_mb: float = 0.0
    took: list[tuple[float, float]] = field(default_factory=list)
    hits: dict[str, list[bool]] = field(default_factory=dict)
    loops: list[float] = field(default_factory=list)

    def time(self, kind: str, ask: Callable[[], bool]) -> None:
        """Time one query, and the loop beside it."""
        began = perf_counter(), process_time()
        right = ask()
        self.took.append((1000 * (perf_counter() - began[0]), 1000 * (process_time() - began[1])))
        self.hits.setdefault(kind, []).append(right)
        start = process_time()
        sum(range(LOOP))
        self.loops.append(1e6 * (process_time() - start))

    def row(self) -> str:
        """Write one row of the table."""
        clock, processor = zip(*self.took, strict=True)
        times = [f"{percentile(values, at):.1f}" for values in (clock, processor) for at in (0.5, 0.95)]
        share = {kind: f"{sum(right) / len(right):.3f}" for kind, right in self.hits.items()}
        sizes = [f"{value:,.0f}" for value in (self.file_mb, self.index_mb, self.memory_mb)]
        rate = f"{self.sections / self.import_s:,.0f}" if self.import_s else "–"
        loop = f"{percentile(self.loops, 0.5):.0f}"
        made = [self.engine, f"{self.sections:,}", f"{self.import_s:,.1f}" if self.import_s else "–", rate]
        right = [share.get("scale_exact", "–"), share.get("scale_fuzzy", "–")]
        return "| " + " | ".join([*made, *sizes, *times, loop, *right]) + " |"


def measure(made: Path, size: int, seconds: float) -> Figures:
    """Put all queries to the library, in this process."""
    from corpus.search.warming import warm
    from db.store import Store
    from handlers.answering import Answering

    warm()
    path = made / "policy.db"
    with sqlite3.connect(path) as connection:
        index = connection.execute("SELECT sum(length(block)) FROM section_index_data").fetchone()[0]
    found = Figures("policy-bot", size, seconds, path.stat().st_size / 1e6, index / 1e6)
    with Store(str(path)) as store:
        answering = Answering(store)
        answering.search("数字经济")
        for query, kind, right in asked(made):
            found.time(kind, partial(_is_first, answering, query, right))
    found.memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def _is_first(answering: Answering, query: str, right: str) -> bool:
    passages = answering.search(query, limit=FOUND).passages
    return any(right in one.section.text for one in passages[:1])


def trigrams(made: Path, size: int) -> Figures:
    """Do the same with FTS5's own trigrams and bm25, the text beside them."""
    path = made / "trigrams.db"
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE VIRTUAL TABLE plain USING fts5 (text, tokenize=trigram)")
        began = perf_counter()
        with (made / "articles.jsonl").open(encoding="utf-8") as file:
            for line in file:
                texts = [(text,) for text in json.loads(line)["text"].split("\n") if text]
                connection.executemany("INSERT INTO plain VALUES (?)", texts)
        connection.commit()
        seconds = perf_counter() - began
        index = connection.execute("SELECT sum(length(block)) FROM plain_data").fetchone()[0]
        found = Figures("trigram", size, seconds, path.stat().st_size / 1e6, index / 1e6)
        for at, (query, kind, right) in enumerate(asked(made)):
            if at // 2 % EVERY == 0:  # exact and fuzzy ones take turns
                found.time(kind, partial(_is_first_plain, connection, query, right))
    found.memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def _is_first_plain(connection: sqlite3.Connection, query: str, right: str) -> bool:
    terms = " OR ".join(f'"{query[at : at + 3]}"' for at in range(len(query) - 2))
    sql = "SELECT text FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?"
    return any(right in text for (text,) in connection.execute(sql, (terms, FOUND)).fetchall()[:1])


def main() -> None:
    """Measure each size in processes of their own, so that memory is theirs alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--folder", type=Path, default=Path("build/speed"))
    parser.add_argument("--keep", action="store_true", help="keep a library that is there")
    args = parser.parse_args()
    print("| " + " | ".join(COLUMNS) + " |\n|" + " --- |" * len(COLUMNS))
    for size in map(int, args.sizes.split(",")):
        made = make(args.bench, args.folder, size)
        seconds = 0.0 if args.keep and (made / "policy.db").exists() else imported(made)
        with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
            print(pool.apply(measure, (made, size, seconds)).row(), flush=True)
            print(pool.apply(trigrams, (made, size)).row(), flush=True)


if __name__ == "__main__":
    main()
