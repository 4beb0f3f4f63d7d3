"""Make libraries of 10,000, 100,000 and 1,000,000 sections and measure how search keeps up.

    python bench/speed.py ../shared/bench [--sizes 10000,100000] [--folder build/speed] [--plain]

Each library is imported by the program itself; queries run in one warm process. The time by the clock stands
beside that of the processor, which neighbours on the same machine lengthen less. With --plain the same queries
go to FTS5's own trigrams too, ordered by bm25, over the same sections in the same run.
"""

from __future__ import annotations

import argparse
import json
import resource
import sqlite3
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = (
    "sections",
    "import s",
    "file MB",
    "memory MB",
    "p50 ms",
    "p95 ms",
    "CPU p50",
    "CPU p95",
    "exact s@1",
    "fuzzy s@1",
)
FOUND = 10  # results that are asked for


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


Figures = tuple[list[tuple[float, float]], dict[str, list[bool]], float]


def measure(made: Path) -> Figures:
    """Put all queries to the library: their milliseconds, which were right, and the memory in MB."""
    from corpus.matching.warming import warm
    from db.store import Store
    from handlers.answering import Answering

    warm()
    took, hits = [], {}
    with Store(str(made / "policy.db")) as store:
        answering = Answering(store)
        answering.search("数字经济")
        for query, kind, right in asked(made):
            began = perf_counter(), process_time()
            answer = answering.search(query, limit=FOUND)
            took.append((1000 * (perf_counter() - began[0]), 1000 * (process_time() - began[1])))
            hits.setdefault(kind, []).append(any(right in one.section.text for one in answer.passages[:1]))
    return took, hits, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def trigrams(made: Path) -> Figures:
    """Do the same with FTS5's own trigrams and bm25."""
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE plain USING fts5 (text, tokenize=trigram)")
        began = perf_counter()
        with (made / "articles.jsonl").open(encoding="utf-8") as file:
            for line in file:
                texts = [(text,) for text in json.loads(line)["text"].split("\n") if text]
                connection.executemany("INSERT INTO plain VALUES (?)", texts)
        took, hits, built = [], {}, perf_counter() - began
        for query, kind, right in asked(made):
            terms = " OR ".join(f'"{query[at : at + 3]}"' for at in range(len(query) - 2))
            start = perf_counter(), process_time()
            rows = connection.execute(
                "SELECT text FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?", (terms, FOUND)
            )
            found = rows.fetchall()
            took.append((1000 * (perf_counter() - start[0]), 1000 * (process_time() - start[1])))
            hits.setdefault(kind, []).append(any(right in text for (text,) in found[:1]))
    return took, hits, built


def row(size: int, build: float, megabytes: float, figures: Figures) -> str:
    """Write one row of the table."""
    took, hits, memory = figures
    share = {kind: sum(right) / len(right) for kind, right in hits.items()}
    clock, processor = zip(*took, strict=True)
    times = [percentile(values, at) for values in (clock, processor) for at in (0.5, 0.95)]
    values = (size, build, megabytes, memory, *times)
    written = [f"{value:,.0f}" if at in {0, 2, 3} else f"{value:.1f}" for at, value in enumerate(values)]
    return "| " + " | ".join([*written, f"{share['scale_exact']:.3f}", f"{share['scale_fuzzy']:.3f}"]) + " |"


def main() -> None:
    """Measure each size in processes of their own, so that memory is theirs alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--folder", type=Path, default=Path("build/speed"))
    parser.add_argument("--keep", action="store_true", help="keep a library that is there")
    parser.add_argument("--plain", action="store_true", help="measure the plain trigrams too")
    args = parser.parse_args()
    print("| " + " | ".join(COLUMNS) + " |\n|" + " --- |" * len(COLUMNS))
    for size in map(int, args.sizes.split(",")):
        made = make(args.bench, args.folder, size)
        seconds = 0.0 if args.keep and (made / "policy.db").exists() else imported(made)
        megabytes = (made / "policy.db").stat().st_size / 1e6
        with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
            print(row(size, seconds, megabytes, pool.apply(measure, (made,))), flush=True)
            if args.plain:
                took, hits, built = pool.apply(trigrams, (made,))
                print("trigram " + row(size, built, 0, (took, hits, 0.0)), flush=True)


if __name__ == "__main__":
    main()
