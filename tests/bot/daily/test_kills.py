"""Clock processes killed at random moments: `bench/clock.py` does for minutes what this does for seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.daily.killing import CHANNELS, FIRST, channels, killed

if TYPE_CHECKING:
    from pathlib import Path


def test_three_clocks_killed_round_a_post_leave_one_message_a_channel(library: Path) -> None:
    """Whichever process dies and whenever, each channel has exactly one post of the date, counted at Slack."""
    tally = killed(library, days=1, kills=4, seed=3, slowest=0.25, speed=4)
    assert tally.posts == dict.fromkeys(((one, FIRST.date().isoformat()) for one in channels()), 1)
    assert (tally.kills, tally.once) == (4, CHANNELS)
