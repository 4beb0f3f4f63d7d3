"""What the highlights of near results mark: characters not asked for, and words asked for that are not marked.

    python bench/highlights.py ../shared/bench

Every query of the DEV half and of the field queries, each in its own library; counted over the results that are
neither exact nor known by their sound, a full form or a heading.
"""

from __future__ import annotations

import argparse
from multiprocessing import get_context
from pathlib import Path

from search_features import COLLECTIONS, SEED, library, queries

from corpus.search.pipeline import search
from corpus.search.query.analysis import analyze
from corpus.search.query.language import parse
from corpus.search.query.meaning import lay_words
from corpus.text.normalize import normalize_letters, normalize_letters_with_offsets

SHOWN = 5  # results of a query that are looked at
Counts = tuple[
    int, int, int, int
]  # highlights, those that run over, words that stand there, those that are not marked


def counts(folder: Path) -> Counts:
    """Count over one library."""
    found, _ = library(folder)
    total = [0, 0, 0, 0]
    for query in queries(folder):
        parsed = parse(query["query"])
        analyzed = analyze(parsed)
        known = [lay_words().get(word) for word in analyzed.words]
        asked = analyzed.letters + "".join(way for one in known if one for way in one.same)
        for match in search(parsed, found).matches[:SHOWN]:
            if match.matched != "near":
                continue
            folded = normalize_letters_with_offsets(match.section.text)
            marked = [normalize_letters(match.section.text[start:end]) for start, end in match.spans]
            total[0] += len(marked)
            total[1] += sum(not set(text) <= set(asked) for text in marked)
            there = [word for word in analyzed.words if word in folded.text]
            total[2] += len(there)
            total[3] += sum(not any(word in text for text in marked) for word in there)
    return total[0], total[1], total[2], total[3]


def main() -> None:
    """Count, add up and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("bench", type=Path)
    args = parser.parse_args()
    folders = [args.bench / "dev" / name for name in COLLECTIONS if name != SEED] + [args.bench / "field"]
    with get_context("spawn").Pool(2) as pool:
        parts = pool.map(counts, folders, 1)
    marked, over, words, bare = (sum(column) for column in zip(*parts, strict=True))
    print(f"highlights {marked}, with characters not asked for {over} ({over / (marked or 1):.1%})")
    print(f"words that stand there {words}, not marked {bare} ({bare / (words or 1):.1%})")


if __name__ == "__main__":
    main()
