"""Watchers are told by the processes that serve: through the import and the clock as they are run."""

from __future__ import annotations

import io
import time
from contextlib import ExitStack
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.cli import main
from bot.command_context import CommandContext
from bot.console.stand_in import SlackStandIn
from bot.service.watching import telling
from bot.settings import from_environment
from db.store import Store
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEXT = "# 技能方案\n\n各地要加快培育数字工匠，打造高素质队伍。\n"


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    """Give a running stand-in."""
    with SlackStandIn() as running:
        yield running


@pytest.fixture
def at(library: Path, slack: SlackStandIn) -> Callable[[int], CommandContext]:
    """Give the place of a process so many seconds after the beginning."""
    said = {"SLACK_BOT_TOKEN": slack.token, "SLACK_API_URL": slack.url}

    def place(seconds: int) -> CommandContext:
        then = NOW + timedelta(seconds=seconds)
        return CommandContext(
            from_environment(said), str(library), io.StringIO(), io.StringIO(), lambda: then
        )

    return place


@pytest.fixture
def imported(at: Callable[[int], CommandContext], library: Path, tmp_path: Path) -> None:
    """Somebody watches a name, and an article that says it is imported by the command."""
    with Store(str(library)) as store:
        store.watches.add("T0POLICY", "U0READER", "数字工匠", NOW.isoformat())
    path = tmp_path / "skills.md"
    path.write_text(TEXT, "utf-8")
    assert main(["import", str(path)], at(0)) == 0


@pytest.mark.usefixtures("imported")
def test_a_clock_that_runs_once_tells_watchers(
    at: Callable[[int], CommandContext], slack: SlackStandIn
) -> None:
    """When the import has been over for a while, and once."""
    for seconds, told in ((5, 0), (60, 1), (120, 1)):
        assert main(["clock", "--once"], at(seconds)) == 0
        assert len(slack.calls("chat.postMessage")) == told
    (notice,) = slack.calls("chat.postMessage")
    assert notice.arguments["channel"] == "U0READER"
    assert "《技能方案》" in notice.arguments["text"]


@pytest.mark.usefixtures("imported")
def test_several_processes_tell_once(
    at: Callable[[int], CommandContext], library: Path, slack: SlackStandIn
) -> None:
    """Three loops over one library, as three serving processes have them."""
    place = at(60)
    with ExitStack() as opened:
        for _ in range(3):
            store = opened.enter_context(Store(str(library)))
            opened.enter_context(telling(place.settings, store, place.now))
        slack.wait_for("chat.postMessage", 1)
        time.sleep(0.2)
    assert len(slack.calls("chat.postMessage")) == 1


def test_a_loop_that_stumbles_goes_on(
    at: Callable[[int], CommandContext],
    library: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """One failure is logged and the next look tells."""
    monkeypatch.setattr("bot.service.watching.TICK", 0.01)
    place = at(60)
    with Store(str(library)) as store:
        pending, failures = store.watches.pending, iter([OSError("the disk is gone")])

        def stumbling() -> object:
            for failure in failures:
                raise failure
            return pending()

        monkeypatch.setattr(store.watches, "pending", stumbling)
        with telling(place.settings, store, place.now):
            until = time.monotonic() + 10
            while "tried again" not in caplog.text and time.monotonic() < until:
                time.sleep(0.01)
    assert "the disk is gone" in caplog.text
