"""Put the DEV half to the program and print the scorer's table.

    python bench/search.py ../shared/bench [--only small,drcd] [--folder build/search]

It runs the benchmark's own runner and scorer: import into fresh libraries, ask every query, score.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Run, then score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--only", help="collections, divided by commas")
    parser.add_argument("--folder", type=Path, default=Path("build/search"))
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    program = f"{sys.executable} -m bot"
    run = [sys.executable, str(args.bench / "run_search.py"), str(args.bench / "dev"), str(args.folder)]
    only = ["--only", args.only] if args.only else []
    subprocess.run([*run, "--command", program, *only], check=True)  # noqa: S603 - our own program
    score = [
        sys.executable,
        str(args.bench / "score.py"),
        str(args.bench / "dev"),
        str(args.folder),
        "--by",
        "note",
    ]
    subprocess.run(score, check=True)  # noqa: S603 - the benchmark's own scorer


if __name__ == "__main__":
    main()
