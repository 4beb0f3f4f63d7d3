"""Proof that a change changes nothing: keep what the program says before it, compare what it says after it.

    python bench/same.py keep build/same [--shared ../shared] [--only search,history]
    python bench/same.py compare build/same [--shared ../shared] [--only search,history] [--show 3]

Each part is a file of lines [table, key, value] in the folder. `compare` makes them anew and prints for each
table how many entries were compared and how many differ; it ends with 1 where any does. The parts:

search       every query of the four DEV collections and of the talk bench: answered or not, hints, and of each
             passage its code, score to nine digits, features, text, offsets and order; what --explain prints
library      every row of the stores that these imports made, and every posting of their indexes
outlines     what `outline --json` says of each file of the structure, reading and official benches
initiatives  the names read out of each labelled document, and what bench/initiatives.py prints, timings aside
history      rows and postings after a year of revisions, removals, curated names and watches; history, diffs, export
talks        conversations recorded by the console
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.same_history import history
from bench.same_runs import initiatives, outlines, searches, talks

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS = {
    "search": searches,
    "outlines": outlines,
    "initiatives": initiatives,
    "history": history,
    "talks": talks,
}
AROUND = 60  # characters printed on either side of where two values part

Kept = dict[str, dict[str, str]]  # table, key, value


def write(name: str, shared: Path, folder: Path) -> Kept:
    """Run one part, write it to the folder and return it."""
    kept: Kept = {}
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as scratch,
        (folder / f"{name}.jsonl").open("w", encoding="utf-8") as file,
    ):
        for table, key, value in PARTS[name](shared / "bench", Path(scratch)):
            kept.setdefault(table, {})[key] = value
            file.write(json.dumps([table, key, value], ensure_ascii=False) + "\n")
    return kept


def read(path: Path) -> Kept:
    """Return what `write` wrote."""
    kept: Kept = {}
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            table, key, value = json.loads(line)
            kept.setdefault(table, {})[key] = value
    return kept


@dataclass(frozen=True)
class Difference:
    """One entry that is not the same; a value is empty where there was no such entry."""

    key: str
    before: str
    after: str

    def __str__(self) -> str:
        pairs = zip_longest(self.before, self.after)
        at = next((at for at, (old, new) in enumerate(pairs) if old != new), 0)
        old, new = (text[max(0, at - AROUND) : at + AROUND] for text in (self.before, self.after))
        return f"  {self.key}, from character {at}\n    before …{old}…\n    after  …{new}…"


def differences(before: dict[str, str], after: dict[str, str]) -> Iterator[Difference]:
    """Yield the entries of one table that differ, are missing or are new."""
    for key in before | after:
        if before.get(key) != after.get(key):
            yield Difference(key, before.get(key, ""), after.get(key, ""))


def compare(before: Kept, after: Kept, shown: int) -> Counter[str]:
    """Print a row for each table, then the first entries that differ; return the sums."""
    total: Counter[str] = Counter()
    for table in before | after:
        old, new = before.get(table, {}), after.get(table, {})
        found = list(differences(old, new))
        total += Counter(compared=len(old | new), different=len(found))
        print(f"| {table} | {len(old | new):,} | {len(found):,} |", flush=True)
        for one in found[:shown]:
            print(one)
    return total


def main() -> int:
    """Keep or compare; 1 where something differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("keep", "compare"))
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--shared", type=Path, default=Path(__file__).resolve().parent.parent.parent / "shared"
    )
    parser.add_argument("--only", help=f"parts, divided by commas: {', '.join(PARTS)}")
    parser.add_argument("--show", type=int, default=3, metavar="N", help="differences to print of each table")
    args = parser.parse_args()
    parts = args.only.split(",") if args.only else list(PARTS)
    if args.what == "keep":
        for name in parts:
            kept = write(name, args.shared, args.folder)
            print(f"{name}: {sum(map(len, kept.values())):,} entries", flush=True)
        return 0
    print("| table | compared | differences |\n| --- | --- | --- |")
    total: Counter[str] = Counter()
    for name in parts:
        after = write(name, args.shared, args.folder / "after")
        total += compare(read(args.folder / f"{name}.jsonl"), after, args.show)
    print(f"| in all | {total['compared']:,} | {total['different']:,} |")
    return 1 if total["different"] else 0


if __name__ == "__main__":
    sys.exit(main())
