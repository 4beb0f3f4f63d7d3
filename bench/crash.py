"""Kill imports at random moments, and let processes write and read at once, for as long as you like.

    python -m bench.crash [KILLS] [SECONDS] [IMPORTS]

Prints how many kills left a whole version, and how many looks of the readers saw half of one.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bot.killing import killed_imports
from tests.db.crashing import crowded, killed


def main(kills: int = 100, seconds: int = 20, imports: int = 20) -> None:
    """Run all three and print the counts; an AssertionError says what was not whole."""
    with tempfile.TemporaryDirectory() as folder:
        versions = killed(Path(folder), kills)
        print(f"{kills} kills, each left a whole version; {versions} versions in the end")
    with tempfile.TemporaryDirectory() as folder:
        seen = killed_imports(Path(folder), imports)
        print(
            f"{imports} imports killed, worker processes and all; articles of the new version after each: {seen}"
        )
    with tempfile.TemporaryDirectory() as folder:
        counts = crowded(Path(folder), writers=2, readers=4, seconds=seconds)
        print(f"2 writers and 4 readers for {seconds} s: {counts}")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:4]))
