"""A store in an empty folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give an open, empty store."""
    with Store(str(tmp_path / "policy.db")) as opened:
        yield opened
