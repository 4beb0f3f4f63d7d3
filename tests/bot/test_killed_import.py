"""A kill in the middle of a great import leaves every article whole, and no process behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.killing import ARTICLES, killed_imports

if TYPE_CHECKING:
    from pathlib import Path


def test_a_killed_import_leaves_whole_articles_and_no_process(tmp_path: Path) -> None:
    """After SIGKILL the store is sound, each article has one version, and the worker processes have left."""
    seen = killed_imports(tmp_path, 2)
    assert len(seen) == 2
    assert all(0 <= count <= ARTICLES for count in seen)
