"""A kill at any moment leaves the old version; writers and readers in several processes do not meet halves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.db.crashing import crowded, killed

if TYPE_CHECKING:
    from pathlib import Path


def test_a_kill_at_any_moment_leaves_a_whole_version(tmp_path: Path) -> None:
    """After each SIGKILL the store opens, is sound, and answers with one version and nothing of another."""
    assert killed(tmp_path, 8) > 8


def test_two_processes_write_while_four_read(tmp_path: Path) -> None:
    """Nothing is lost, nobody is turned away, and no reader sees half a version."""
    counts = crowded(tmp_path, writers=2, readers=4, seconds=1.2)
    assert counts.saves == counts.versions > 2
    assert counts.looks > 4
    assert counts.halves == 0
