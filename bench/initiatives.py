"""Measures initiatives: what is read out of the bench's documents, which mentions are spotted, and how fast.

Usage: python bench/initiatives.py [SHARED], where SHARED holds bench/structure (default ../shared).
The scores come twice: as the program is, and without the rows of its lists that the judged documents may have given.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.without_dev import thinned
from corpus.initiatives.extraction import extract
from corpus.initiatives.spotting import Spotter
from corpus.reading.files import read
from corpus.reading.sections import split
from corpus.text.normalize import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAMES, MESSAGE, ROUNDS = 6_000, 3_000, 200


def documents(folder: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each document of the bench and the text that it is handed over as."""
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        yield document, "\n".join(block["text"] for block in document["blocks"])


def read_out(document: dict[str, Any], text: str, folder: Path) -> list[dict[str, Any]]:
    """Read one document as an import does and list its initiatives."""
    article = folder / f"{document['id']}.jsonl"
    line = {"id": document["id"], "title": document["title"], "author": document.get("author"), "text": text}
    article.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    (made,) = read(article)
    return [{"name": one.name, "variants": one.aliases} for one in extract(split(made), document["title"])]


def score(bench: Path, shown: int) -> None:
    """Print the bench's own scores."""
    with tempfile.TemporaryDirectory() as scratch:
        answers = Path(scratch) / "answers"
        answers.mkdir()
        for document, text in documents(bench / "initiatives/dev/docs"):
            found = {"id": document["id"], "initiatives": read_out(document, text, Path(scratch))}
            (answers / f"{document['id']}.json").write_text(json.dumps(found), encoding="utf-8")
        command = [sys.executable, str(bench / "score.py"), "--initiatives", "--worst", str(shown)]
        truth = ["--truth", str(bench / "initiatives/dev/truth"), "--pred", str(answers)]
        subprocess.run([*command, *truth], check=True)  # noqa: S603 - the bench's own scorer


def score_without_dev(bench: Path, shown: int) -> None:
    """Print the same scores of a copy of the program without what the judged documents may have given its lists."""
    with tempfile.TemporaryDirectory() as scratch:
        program, gone = thinned(bench, Path(scratch))
        print(
            f"without {len(gone)} rows and words that the judged documents may have given: {' '.join(gone)}"
        )
        command = [sys.executable, str(program), str(bench.parent), "--scores", "--worst", str(shown)]
        subprocess.run(command, check=True)  # noqa: S603 - this very program


def missed_mentions(bench: Path) -> None:
    """Print every mention that the truth names and the spotter does not see, with two sets of names.

    Those of the truth, to measure the spotter alone; then those that the app reads out of the documents, with
    all that it would spot with.
    """
    truths = []
    with tempfile.TemporaryDirectory() as scratch:
        for document, text in documents(bench / "initiatives/dev/docs"):
            truth = json.loads((bench / f"initiatives/dev/truth/{document['id']}.json").read_text("utf-8"))
            truths.append((document, truth["initiatives"], read_out(document, text, Path(scratch))))
    own = Spotter({way: one["name"] for _, _, found in truths for one in found for way in _ways(one)})
    for label, spotters in (
        (
            "truth",
            [Spotter({w: one["name"] for one in wanted for w in _ways(one)}) for _, wanted, _ in truths],
        ),
        ("app", [own] * len(truths)),
    ):
        missed = [
            (one["must"], f"{document['id']} paragraph {number}: {one['name']}")
            for (document, wanted, _), spotter in zip(truths, spotters, strict=True)
            for one in wanted
            for number in one["paragraphs"]
            if not _is_spotted(spotter, _paragraphs(document)[number], _ways(one))
        ]
        places = [one["must"] for _, wanted, _ in truths for one in wanted for _ in one["paragraphs"]]
        must = sum(places), sum(wanted for wanted, _ in missed)
        print(
            f"mentions spotted by the names of the {label}: {len(places) - len(missed)} of {len(places)}, "
            f"of names that must be read out {must[0] - must[1]} of {must[0]}"
        )
        print("".join(f"  not spotted: {one}\n" for wanted, one in missed if wanted), end="")


def _ways(one: dict[str, Any]) -> list[str]:
    return [one["name"], *one.get("variants", [])]


def _paragraphs(document: dict[str, Any]) -> list[str]:
    return [block["text"] for block in document["blocks"] if block["kind"] == "paragraph"]


def _is_spotted(spotter: Spotter, text: str, ways: list[str]) -> bool:
    """Whether a way of writing is spotted by itself, or inside a longer name that takes it with it."""
    folded = [normalize(text[one.start : one.end]) for one in spotter.spot(text)]
    return any(normalize(way) in printed for way in ways for printed in folded)


def timing(texts: Sequence[str], real: Sequence[str]) -> None:
    """Print how long a message takes against many made-up names, against real ones, and where it is all names."""
    chance = random.Random(6)  # noqa: S311 - made-up names, nothing secret
    text = "".join(texts)
    letters = sorted({char for char in text if "\u4e00" <= char <= "\u9fff"})
    made = sorted({"".join(chance.choices(letters, k=chance.randint(3, 12))) for _ in range(NAMES)})
    slices = [text[at : at + MESSAGE] for at in chance.choices(range(len(text) - MESSAGE), k=ROUNDS)]
    full = ["".join(chance.choices(real, k=MESSAGE))[:MESSAGE] for _ in range(ROUNDS // 10)]
    _clock("made-up names", made, slices)
    _clock("names read out of the documents", real, slices)
    _clock("the same, in messages of nothing but names", real, full)


def _clock(label: str, names: Sequence[str], messages: Sequence[str]) -> None:
    spotter = Spotter({name: name for name in names})
    spotter.spot(messages[0])
    took = []
    for message in messages:
        start = time.thread_time()  # of the processor: other programs on the machine are not ours
        spotter.spot(message)
        took.append(time.thread_time() - start)
    took.sort()
    middle, high = took[len(took) // 2], took[len(took) * 95 // 100]
    print(
        f"spotting {len(names)} {label} in {MESSAGE} characters: "
        f"median {middle * 1000:.2f} ms, 95th percentile {high * 1000:.2f} ms"
    )


def names_read(bench: Path) -> list[str]:
    """Return the names that the app reads out of the documents, in every way of writing."""
    with tempfile.TemporaryDirectory() as scratch:
        found = [
            one
            for document, text in documents(bench / "initiatives/dev/docs")
            for one in read_out(document, text, Path(scratch))
        ]
    return sorted({way for one in found for way in _ways(one)})


def main() -> None:
    """Run the four parts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "shared", type=Path, nargs="?", default=Path(__file__).parent.parent.parent / "shared"
    )
    parser.add_argument("--worst", type=int, default=1, help="show what was missed or wrong (0: do not)")
    parser.add_argument("--scores", action="store_true", help="print the scores alone")
    asked = parser.parse_args()
    bench = asked.shared.resolve() / "bench/structure"
    score(bench, asked.worst)
    if asked.scores:
        return
    score_without_dev(bench.parent, asked.worst)
    missed_mentions(bench)
    timing([text for _, text in documents(bench / "initiatives/dev/docs")], names_read(bench))


if __name__ == "__main__":
    main()
