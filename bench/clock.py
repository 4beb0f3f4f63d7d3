"""The clock under fire and under load: killed at random moments, and a thousand channels in one minute.

    python bench/clock.py [--kills 50] [--channels 1000] [--rate 5]

First three clock processes serve eight channels while they are killed with SIGKILL, five times on each date;
what came is counted at the stand-in. Then one clock process serves a thousand channels that are due at once,
against a Slack that lets through `--rate` messages a second a workspace, and one a second a channel.
"""

from __future__ import annotations

import argparse
import logging
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bot.intake.importing import import_paths
from corpus.reading import bundled
from db.store import Store
from tests.bot.daily.crowding import crowd
from tests.bot.daily.killing import FIRST, killed

A_DAY = 5  # kills
SLOWEST = 0.6  # seconds that Slack takes at most to store a message, and again to answer


def main() -> None:
    """Run both, and print the counts."""
    parser = argparse.ArgumentParser(description="Kill the clock, and crowd it.")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--channels", type=int, default=1_000)
    parser.add_argument("--rate", type=float, default=5, help="messages a second that the workspace takes")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        with Store(str(library)) as store:
            list(import_paths(store, [bundled.path()], {}, FIRST.isoformat))
        if args.kills:
            kill(library, Path(folder) / "killed.db", args.kills, args.seed)
        if args.channels:
            fill(library, Path(folder) / "crowd.db", args.channels, args.rate)


def kill(library: Path, path: Path, kills: int, seed: int) -> None:
    """Kill clocks, and print what came."""
    shutil.copyfile(library, path)
    begun = time.monotonic()
    tally = killed(path, -(-kills // A_DAY), A_DAY, seed=seed, slowest=SLOWEST)
    print(
        f"{tally.kills} SIGKILLs of three clocks in {time.monotonic() - begun:.0f} s: {tally.wanted} posts wanted, "
        f"{tally.once} came exactly once, {sum(tally.posts.values()) - tally.once} besides; "
        f"{tally.abandoned} claims were left behind and settled, {tally.looked} looks into the history; "
        f"from claim to settled at most {tally.slowest:.1f} s"
    )


def fill(library: Path, path: Path, channels: int, rate: float) -> None:
    """Let all channels be due at once, and print how near to Slack's own pace they were served."""
    shutil.copyfile(library, path)
    found = crowd(path, channels, rate)
    print(
        f"{channels} channels at 09:00, {rate:g} messages a second taken: the last post after {found.last:.1f} s "
        f"(all but the slow and the refused channel: {found.others:.1f} s), Slack's pace allows {found.limit:.1f} s, "
        f"ratio {found.others / found.limit:.2f}; {found.posted} posted, {found.doubled} twice, "
        f"{found.refused} calls refused with 429"
    )


if __name__ == "__main__":
    main()
