"""What time the clock goes by: the wall's, one fixed instant, or a rehearsed one that runs on from there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from corpus.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable


def read_instant(text: str, which: str) -> datetime:
    """Read an ISO instant with its offset; raise SettingsError where it is none."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise SettingsError(
            f"{text!r} is no instant with an offset",
            which=which,
            next_step="write it as 2026-11-23T09:00:00+08:00",
        )
    return found.astimezone(UTC)


def running_from(begin: str, wall: Callable[[], datetime]) -> Callable[[], datetime]:
    """Return a clock that shows `begin` (POLICY_NOW) now and runs on; the wall's where it is empty."""
    if not begin.strip():
        return wall
    ahead = read_instant(begin, "POLICY_NOW") - wall()
    return lambda: wall() + ahead
