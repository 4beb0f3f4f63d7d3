"""Put pinyin and initials of what a library lacks to the program's own search, and count what is answered.

    python bench/lacking.py ../shared/bench

The queries are those of bench/search_strangers.py: the fit learns from them by its own candidates, here they go the
whole way. Each collection is a library of its own, and so is the seed article alone.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from multiprocessing import get_context
from pathlib import Path

from search_features import COLLECTIONS, SEED, library, queries, truth
from search_strangers import TYPED, strangers

from corpus.search.pipeline import search
from corpus.search.query.language import parse
from corpus.text.normalize import normalize_letters

Counts = dict[str, list[bool]]


def answered(root: Path, name: str) -> tuple[Counts, list[str]]:
    """Ask one library; return for each class whether each query was answered, and those that were wrongly."""
    folder = root / "dev" / ("small" if name == SEED else name)
    found, sections = library(folder, "seed-000" if name == SEED else None)
    text = "\n".join(normalize_letters(section.text) for section in sections)
    others, answers = [], truth(folder)
    for other in (other for other in COLLECTIONS[:4] if other != folder.name):
        others += queries(root / "dev" / other)
        answers |= truth(root / "dev" / other)
    counts: Counts = defaultdict(list)
    wrong = []
    for query, cls in strangers(others, queries(folder), answers, text, name):
        given = search(parse(query["query"]), found).answered
        counts[cls].append(given)
        wrong += [f"{name} {cls}: {query['query']}"] if given else []
    for query in queries(folder) if name != SEED else ():
        if query["class"] in TYPED:
            counts[f"held/{query['class']}"].append(search(parse(query["query"]), found).answered)
    return dict(counts), wrong


def main() -> None:
    """Print the share that is answered by class, the four collections together and the seed article by itself."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--list", action="store_true", help="print what was answered and should not be")
    args = parser.parse_args()
    with get_context("spawn").Pool(2) as pool:
        parts = pool.starmap(answered, [(args.bench, name) for name in COLLECTIONS], 1)
    table: dict[str, list[list[bool]]] = defaultdict(lambda: [[], []])
    for name, (counts, wrong) in zip(COLLECTIONS, parts, strict=True):
        for cls, given in counts.items():
            table[cls][name == SEED] += given
        if args.list:
            print("\n".join(wrong))
    print(f"{'class':28}{'n':>6}{'answered':>10}{'seed n':>8}{'answered':>10}")
    for cls, (all_four, seed) in sorted(table.items()):
        shares = [sum(some) / len(some) if some else 0.0 for some in (all_four, seed)]
        print(f"{cls:28}{len(all_four):6}{shares[0]:10.3f}{len(seed):8}{shares[1]:10.3f}")


if __name__ == "__main__":
    main()
