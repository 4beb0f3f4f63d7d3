"""Import throughput by stage: processor seconds for 1,000 sections, and time and memory of a whole import.

    python -m bench.importing ../shared/bench [--size 10000] [--folder build/speed]

First each stage runs by itself in one process; then the program imports the same collection into a new library, in as
many processes as there are cores. The seconds of ten million additions stand beside them, half a second on an idle
core of 2024: neighbours on the same core make all figures longer alike.
"""

from __future__ import annotations

import argparse
import pickle
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from bench.speed import make
from bot.intake.importing import BATCH
from corpus.initiatives.extraction import extract
from corpus.preparing import Prepared, prepare
from corpus.reading.files import read
from corpus.reading.sections import split
from corpus.search.index_terms import for_index
from db.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.vocabulary import Document

ADDITIONS = 10_000_000
NOW = "2026-11-23T01:00:00+00:00"


class Watch:
    """Adds up the processor time of named stages."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Add the time of a block to a stage."""
        began = process_time()
        yield
        self.seconds[stage] += process_time() - began


def stages(path: Path) -> tuple[int, Counter[str]]:
    """Return how many sections a collection has, and the processor seconds of each stage."""
    watch, count, batch = Watch(), 0, list[Prepared]()
    documents = read(path)
    prepare(next(documents))  # dictionaries and tables are read once in each process, and not timed here
    with tempfile.TemporaryDirectory() as folder, Store(str(Path(folder) / "policy.db")) as store:
        saver = store.articles.saver()
        while True:
            with watch("reading"):
                document = next(documents, None)
            if document:
                batch.append(prepared(watch, document))
                count += len(batch[-1].sections)
            if not document or sum(len(one.sections) for one in batch) >= BATCH:
                with watch("saving"):
                    saver.save(batch, NOW)
                batch = []
            if not document:
                break
        with watch("names of other articles"):
            store.initiatives.scan_new_articles()
        with watch("merging the index"):
            store.optimize_index(count)
    return count, watch.seconds


def prepared(watch: Watch, document: Document) -> Prepared:
    """Prepare a document stage by stage, and send it as one process sends it to another."""
    title = document.article.title
    with watch("reading"):
        sections = split(document)
    with watch("terms"):
        terms = tuple(for_index(section, title) for section in sections)
    with watch("initiatives"):
        names = extract(sections, title)
    with watch("sending"):
        sent = pickle.dumps(Prepared(document, sections, terms, names), pickle.HIGHEST_PROTOCOL)
        received: Prepared = pickle.loads(sent)  # noqa: S301 - made in the line before
    return received


def whole(path: Path) -> tuple[float, float, float]:
    """Import a collection with the program: seconds by the clock, of the processor, and the most MB of a process."""
    with tempfile.TemporaryDirectory() as folder:
        began, before = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "bot", "import", str(path), "--db", f"{folder}/policy.db"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return perf_counter() - began, used, after.ru_maxrss / 1024


def additions() -> float:
    """Return the processor seconds of ten million additions."""
    began, total = process_time(), 0
    for number in range(ADDITIONS):
        total += number
    return process_time() - began


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, default=Path("build/speed"))
    args = parser.parse_args()
    path = make(args.bench, args.folder, args.size) / "articles.jsonl"
    count, seconds = stages(path)
    print(f"| stage | ms a section, {count:,} sections |\n| --- | --- |")
    for stage, spent in seconds.items():
        print(f"| {stage} | {1000 * spent / count:.3f} |")
    print(f"| all | {1000 * sum(seconds.values()) / count:.3f} |")
    print(f"\nten million additions: {additions():.2f} s")
    clock, used, most = whole(path)
    print(f"the program: {clock:.1f} s by the clock, {used:.1f} s of the processor, {most:.0f} MB at most")


if __name__ == "__main__":
    main()
