"""Play the scenarios against a real `policy-bot http` on loopback and print a row for each.

    python -m bench.load [SHARED/bench] [--only NAME …] [--json FILE] [--program PATH]
    python -m bench.load --compare BEFORE.json AFTER.json

`--program` names the policy-bot of another checkout, so that two can be measured by one bench. Ends with 1 where an
honest user was late, lost or never answered, or a mention was answered twice or not at all.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench.load import tables
from bench.load.library import library
from bench.load.program import PROGRAM
from bench.load.scenarios import SCENARIOS
from bench.load.slack import Slack
from bench.load.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.load.counting import Row

MADE = Path("build/load")
NAMES = [one.name for one in SCENARIOS]


def main(words: Sequence[str]) -> int:
    """Run, or compare two runs."""
    args = arguments().parse_args(words)
    if args.compare:
        print(tables.compared(*args.compare))
        return 0
    asked = library(folder_of(args.program), args.shared, args.program)
    rows: list[Row] = []
    print(f"load of the machine before: {os.getloadavg()[0]:.1f}\n{tables.head()}", flush=True)
    for scenario in SCENARIOS:
        if args.only and scenario.name not in args.only:
            continue
        with tempfile.TemporaryDirectory() as scratch, Slack() as slack:
            rows.append(scenario.play(Stage(asked, args.program, Path(scratch), slack)))
        print(tables.line(rows[-1].shape()), flush=True)
        if args.json:
            tables.save(args.json, rows)
    return int(any(map(failed, rows)))


def folder_of(program: Path) -> Path:
    """Return where a program's library is kept: another checkout may not read what this one made."""
    return MADE.absolute() / hashlib.sha256(str(program.absolute()).encode()).hexdigest()[:8]


def failed(row: Row) -> bool:
    """Whether somebody who did nothing wrong was let down."""
    return any((row.late, row.lost, row.never, row.apologies)) or any(
        row.notes.get(name) for name in ("twice", "unanswered", "only an apology")
    )


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__.split("\n")[0])
    parser.add_argument(
        "shared", type=Path, nargs="?", default=Path("../shared/bench"), help="the bench's data"
    )
    parser.add_argument("--only", nargs="+", choices=NAMES, metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the rows here")
    parser.add_argument(
        "--program", type=Path, default=PROGRAM, metavar="PATH", help="the policy-bot to measure"
    )
    parser.add_argument("--compare", type=Path, nargs=2, metavar="FILE", help="print two runs side by side")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
