"""Fixtures that every room's tests share: a fixed time, and a store filled by the real import."""

from __future__ import annotations

import io
import shutil
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import hypothesis
import pytest

from bot.command_context import CommandContext
from bot.intake.importing import import_paths
from bot.settings import from_environment
from corpus.reading import bundled
from corpus.reading.files import read
from db.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# a shared machine is slow at times; what must be quick is measured in bench/
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # 09:00 in Shanghai, a Monday

TRACED_ROWS = 4  # of a parametrised test; the others walk the same lines with other values


@pytest.hookimpl(
    tryfirst=True
)  # before they are shuffled, so that the rows that are traced are the same each time
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Trace no random texts, and of a parametrised test the first rows: tracing doubles what a test costs.

    What is told as covered is so by tests that run the same way each time, and is never more than what is.
    """
    rows: Counter[str] = Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        rows[test] += 1
        if rows[test] > TRACED_ROWS or hypothesis.is_hypothesis_test(getattr(item, "function", None)):
            item.add_marker("no_cover")


@pytest.fixture(scope="session")
def bundled_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that holds the bundled article, made once by the real import; copy it before writing."""
    path = tmp_path_factory.mktemp("library") / "bundled.db"
    with Store(str(path)) as store:
        outcomes = list(import_paths(store, [bundled.path()], {}, NOW.isoformat))
    assert [outcome.error for outcome in outcomes] == [None]
    return path


@pytest.fixture
def library(bundled_library: Path, tmp_path: Path) -> Path:
    """A library of this test's own that holds the bundled article."""
    copy = tmp_path / "policy.db"
    shutil.copyfile(bundled_library, copy)
    return copy


@pytest.fixture
def filled_store(library: Path) -> Iterator[Store]:
    """An open store that holds the bundled article."""
    with Store(str(library)) as store:
        yield store


@pytest.fixture(scope="session")
def bundled_text() -> str:
    """The canonical text of the bundled article."""
    (document,) = read(bundled.path() / "digital-economy.txt")
    return document.text


@pytest.fixture
def place(library: Path) -> CommandContext:
    """Where commands run: the bundled library, no token, streams that can be read back, a fixed time."""
    settings = from_environment({"DATABASE_URL": str(library)})
    return CommandContext(settings, str(library), io.StringIO(), io.StringIO(), lambda: NOW)
