"""Runs the reader over the structure bench and scores it: `python bench/structure.py --bench PATH_TO_BENCH`."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpus.errors import PolicyError
from corpus.reading.files import read


def answer(path: Path) -> dict[str, object]:
    """Return what `policy-bot outline FILE --json` prints for a file."""
    outline = next(iter(read(path))).outline
    blocks = [
        {"kind": block.kind, "level": block.level, "text": block.text, "run_in": block.run_in}
        for block in outline.blocks
    ]
    return {"title": outline.title, "author": outline.author, "lead": outline.lead, "blocks": blocks}


def run(inputs: Path, out: Path) -> int:
    """Write an outline for every input; return how many files were refused."""
    refused = 0
    for path in sorted(inputs.iterdir()):
        try:
            said = answer(path)
        except PolicyError as error:
            print(error, file=sys.stderr)
            refused += 1
            continue
        (out / f"{path.stem}.json").write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
    return refused


def main() -> int:
    """Read the bench's inputs, score the outlines and print the scorer's table; 1 where a file was refused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True, help="folder with score.py and dev/")
    parser.add_argument("--out", type=Path, help="where the outlines go (default: a temporary folder)")
    parser.add_argument("--worst", default="15", help="how many of the worst documents to list")
    asked = parser.parse_args()
    out = asked.out or Path(tempfile.mkdtemp(prefix="outlines-"))
    out.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    refused = run(asked.bench / "dev" / "inputs", out)
    print(f"read in {time.perf_counter() - start:.1f} s, {refused} refused, outlines in {out}")
    scorer = [sys.executable, str(asked.bench / "score.py"), "--truth", str(asked.bench / "dev" / "truth")]
    subprocess.run([*scorer, "--pred", str(out), "--worst", asked.worst], check=True)  # noqa: S603 - its own scorer
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
