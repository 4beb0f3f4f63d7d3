"""The clock as a process of its own, and beside Socket Mode."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from db.store import Store
from tests.bot.daily.office import MONDAY, MORNING
from tests.bot.socket_slack import SocketSlack

if TYPE_CHECKING:
    from pathlib import Path

    from bot.console.stand_in import SlackStandIn

POST = "chat.postMessage"
WITHIN = 10  # seconds after its due time that a post may come
STARTING = 20  # seconds that a process may need on a machine that others share


def started(library: Path, slack: SlackStandIn, *words: str, **told: str) -> subprocess.Popen[str]:
    """Start policy-bot with its output at hand."""
    environ = {"SLACK_BOT_TOKEN": slack.token, "SLACK_API_URL": slack.url, "DATABASE_URL": str(library)}
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *words],
        env={**os.environ, **environ, **told},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Tell a process to end, and return its code and what it printed."""
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=STARTING)
    return process.returncode, out, err


def test_a_clock_process_posts_in_time_and_ends_when_told(library: Path, slack: SlackStandIn) -> None:
    """Rehearsed from three seconds before nine on, the post comes within ten seconds of nine; exit code 0."""
    with Store(str(library)) as store:
        store.subscriptions.save(replace(MORNING, channel="C1"))
    begin = MONDAY - timedelta(seconds=3)
    process = started(library, slack, "clock", POLICY_NOW=begin.isoformat())
    assert process.stdout is not None
    assert process.stdout.readline().startswith(f"library {library}: 1 articles")
    assert process.stdout.readline() == "the clock runs\n"
    running = time.monotonic()
    (call,) = slack.wait_for(POST, seconds=STARTING)
    assert call.arguments["channel"] == "C1"
    assert time.monotonic() - running < 3 + WITHIN
    time.sleep(0.6)
    assert ended(process) == (0, "", "")
    assert len(slack.calls(POST)) == 1


def test_socket_mode_rehearses_where_policy_now_is_set(library: Path, slack: SlackStandIn) -> None:
    """The clock beside Socket Mode begins at POLICY_NOW too, and says so."""
    with Store(str(library)) as store:
        store.subscriptions.save(replace(MORNING, channel="C1"))
    with SocketSlack() as far:
        slack.socket_url = far.url
        told = {"SLACK_APP_TOKEN": "xapp-1", "POLICY_NOW": "2026-11-23T09:00:00+08:00"}
        process = started(library, slack, "socket", "--with-clock", **told)
        far.connected.get(timeout=STARTING)
        (call,) = slack.wait_for(POST, seconds=STARTING)
        assert call.arguments["metadata"]["event_payload"]["date"] == "2026-11-23"
        code, out, _ = ended(process)
    assert code == 0
    assert "POLICY_NOW" in out


def test_socket_mode_keeps_time_where_that_is_asked_for(library: Path, slack: SlackStandIn) -> None:
    """One process serves the workspace and posts what is due by the wall clock; without the word it does not."""
    due = datetime.now(UTC) - timedelta(minutes=1)
    today = {"at": f"{due:%H:%M}", "zone": "UTC", "days": "every"}
    before = (due.date() - timedelta(days=1)).isoformat()
    with Store(str(library)) as store:
        store.subscriptions.save(replace(MORNING, channel="C1", handled=before, **today))
    with SocketSlack() as far:
        slack.socket_url = far.url
        plain = started(library, slack, "socket", SLACK_APP_TOKEN="xapp-1")
        far.connected.get(timeout=STARTING)
        time.sleep(1)
        assert ended(plain)[0] == 0
        assert slack.calls(POST) == []
        process = started(library, slack, "socket", "--with-clock", SLACK_APP_TOKEN="xapp-1")
        far.connected.get(timeout=STARTING)
        (call,) = slack.wait_for(POST, seconds=STARTING)
        assert call.arguments["channel"] == "C1"
        assert ended(process)[0] == 0
