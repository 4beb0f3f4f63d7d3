"""What a process that ends leaves to others: sent once, by their own workspace, and not when it is too late."""

from __future__ import annotations

import json
import shutil
import signal
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import pytest

from bot.app import build_app
from bot.components import build_context
from bot.console.workspace import TEAM
from bot.service.crew import Left
from bot.service.promising import Promises, keep
from bot.wall_clock import now
from db.store import Store
from handlers.slack_api.message import say
from handlers.slack_api.parcel import Parcel
from handlers.slack_api.sending import LEASE, Sending
from tests.bot.service.slow import PATIENCE, SlowSlack, settings_for
from tests.bot.signed import Client
from tests.handlers.door import Door

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent.parent
MESSAGE = say("好")
POST = "chat.postMessage"


@pytest.fixture
def slack() -> Iterator[SlowSlack]:
    """A Slack of one's own."""
    with SlowSlack() as stand_in:
        yield stand_in


def parcel(age: timedelta = timedelta(0), **told: Any) -> Parcel:  # noqa: ANN401 - any field
    """Return an answer in a thread that is of use for half an hour, made so long ago."""
    until = (now() - age + timedelta(minutes=30)).isoformat(timespec="seconds")
    said: dict[str, Any] = {"way": "post", "message": MESSAGE, "team": TEAM, "channel": "C1", "user": "U1"}
    return Parcel(**{**said, "until": until, "thread": "1.2", **told})


def leave(store: Store, slack: SlowSlack, *parcels: Parcel) -> None:
    """Keep messages as a process does that ends."""
    outgoing = build_context(store, now).outgoing
    keep(store, Left([Sending(one, slack.client(), now, lambda *_: outgoing) for one in parcels]))


def promises(store: Store, slack: SlowSlack) -> Promises:
    """Return what sends what was left, at once."""
    return Promises(store, build_context(store, now).outgoing, slack.client(), lambda: TEAM, now)


def test_a_parcel_is_read_as_it_was_written() -> None:
    """Blocks and all."""
    one = parcel(claim="share:x", done="好", url="https://hooks.slack.com/x")
    assert Parcel.read(one.written()) == one


def test_what_was_left_is_sent_once(filled_store: Store, slack: SlowSlack) -> None:
    """By whoever looks first."""
    leave(filled_store, slack, parcel())
    taken = [promises(filled_store, slack).run_once() for _ in range(3)]
    assert taken == [1, 0, 0]
    (call,) = slack.calls(POST)
    assert (call.arguments["channel"], call.arguments["thread_ts"]) == ("C1", "1.2")


def test_what_another_process_has_in_hand_is_left_to_it_for_a_while(
    filled_store: Store, slack: SlowSlack
) -> None:
    """It may have died before it began to send; whoever begins takes it away from all others."""
    leave(filled_store, slack, parcel())
    at = now()
    (kept,) = filled_store.parcels.lease(TEAM, at.isoformat(), (at + LEASE).isoformat())
    assert promises(filled_store, slack).run_once() == 0
    later = Promises(
        filled_store,
        build_context(filled_store, now).outgoing,
        slack.client(),
        lambda: TEAM,
        lambda: now() + 2 * LEASE,
    )
    assert later.run_once() == 1
    assert not filled_store.parcels.begin(kept.id)
    assert len(slack.calls(POST)) == 1


def test_another_workspaces_answers_are_left_alone(filled_store: Store, slack: SlowSlack) -> None:
    """This process has no token for them."""
    leave(filled_store, slack, parcel(team="T0OTHER"))
    assert promises(filled_store, slack).run_once() == 0
    assert slack.calls(POST) == []
    assert filled_store.parcels.waiting("9999")


def test_an_answer_that_comes_too_late_is_dropped_and_the_log_told(
    filled_store: Store, slack: SlowSlack, caplog: pytest.LogCaptureFixture
) -> None:
    """Who waits for a public one is told that it will not come; a claim on a share is given back."""
    old = timedelta(hours=1)
    filled_store.once.claim("share:x", now().isoformat())
    leave(
        filled_store,
        slack,
        parcel(old),
        parcel(old, way="reply", url=slack.response_url()),
        parcel(old, claim="share:x"),
    )
    assert promises(filled_store, slack).run_once() == 3
    assert slack.calls("response_url") == []
    told = [*slack.calls("chat.postEphemeral"), *slack.calls(POST)]
    assert ["没有发出" in call.arguments["text"] for call in told] == [True, True]
    assert {call.arguments.get("user", "U1") for call in told} == {"U1"}
    assert "not posted in C1: expired" in caplog.text
    assert "came too late and is dropped" in caplog.text
    assert filled_store.once.claim("share:x", now().isoformat())


def test_what_nobody_can_read_is_dropped(
    filled_store: Store, slack: SlowSlack, caplog: pytest.LogCaptureFixture
) -> None:
    """As a later version may have written it; the log says so, and the others are sent."""
    filled_store.parcels.keep([(TEAM, '{"way": "pigeon"}', "9999")])
    leave(filled_store, slack, parcel())
    assert promises(filled_store, slack).run_once() == 2
    assert len(slack.calls(POST)) == 1
    assert "cannot be read" in caplog.text
    assert not filled_store.parcels.waiting("9999")


def test_a_store_that_takes_nothing_is_told_to_the_log(
    filled_store: Store, slack: SlowSlack, caplog: pytest.LogCaptureFixture
) -> None:
    """With the channels whose answers are lost, where nothing can be written beside it either."""
    filled_store.close()
    shutil.rmtree(filled_store.path.parent)
    leave(filled_store, slack, parcel(channel="C0LOST"))
    assert "C0LOST" in caplog.text


def test_what_a_locked_store_does_not_take_waits_in_a_private_file_beside_it(
    library: Path, slack: SlowSlack, caplog: pytest.LogCaptureFixture
) -> None:
    """It is sent once, however many processes look; what was written down before stays where it is."""
    with Store(str(library), patience=0.05) as store, Store(str(library)) as other:
        number = store.parcels.hold(TEAM, parcel().written(), "9999", "")
        held = Sending(parcel(), slack.client(), now, lambda *_: None, store.parcels, number)
        left = [Sending(parcel(channel=f"C{one}"), slack.client(), now, lambda *_: None) for one in range(5)]
        with other.writing():
            keep(store, Left([held, *left]), seconds=0.2)
        (kept,) = library.parent.glob("policy.db.*unsent*")
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert f"5 messages and 0 requests are kept in {kept}" in caplog.text
        assert store.parcels.begin(number)
        assert [promises(one, slack).run_once() for one in (store, other)] == [5, 0]
        assert not kept.exists()
    assert sorted(call.arguments["channel"] for call in slack.calls(POST)) == ["C0", "C1", "C2", "C3", "C4"]


def test_a_file_that_was_not_removed_in_time_is_not_taken_up_again(library: Path, slack: SlowSlack) -> None:
    """A process may be killed between the store and the file."""
    with Store(str(library)) as store:
        place = store.spool.write([(TEAM, parcel().written(), "2999-01-01T00:00:00+00:00")])
        written = place.read_bytes()
        assert promises(store, slack).run_once() == 1
        place.write_bytes(written)
        assert promises(store, slack).run_once() == 0
        assert not place.exists()
    assert len(slack.calls(POST)) == 1


def test_the_end_waits_for_another_writer_as_long_as_there_is_time(library: Path, slack: SlowSlack) -> None:
    """It writes into the store as soon as the other is done, and makes no file."""
    with Store(str(library), patience=0.05) as store, Store(str(library)) as other:
        locked, done = Event(), Event()

        def hold() -> None:
            with other.writing():
                locked.set()
                done.wait(0.3)

        writer = Thread(target=hold)
        writer.start()
        locked.wait(PATIENCE)
        keep(store, Left([Sending(parcel(), slack.client(), now, lambda *_: None)]), seconds=PATIENCE)
        writer.join()
        assert store.parcels.waiting("9999")
    assert list(library.parent.glob("policy.db.*unsent*")) == []


def serve(library: Path, slack: SlowSlack) -> tuple[subprocess.Popen[str], int]:
    """Start `policy-bot http` and return its process and port."""
    said = settings_for(slack)
    environment = {
        "SLACK_BOT_TOKEN": said.slack_bot_token,
        "SLACK_SIGNING_SECRET": "s3cret",
        "SLACK_API_URL": said.slack_api_url,
        "PATH": "/usr/bin:/bin",
    }
    made = subprocess.Popen(
        [sys.executable, "-m", "bot", "http", "--port", "0", "--db", str(library)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment,
    )
    assert made.stdout is not None
    made.stdout.readline()  # which library it is
    return made, int(made.stdout.readline().rsplit(":", 1)[1].split("/")[0])


def test_sigterm_ends_a_process_that_slack_does_not_answer(library: Path, slack: SlowSlack) -> None:
    """One post is under way and unclear, three wait behind it: these are kept, and sent by the next process."""
    slack.slow = frozenset({POST})
    with Store(str(library)) as store:
        door = Door(build_app(settings_for(slack), store, now, one_thread=True), slack)
    payloads = [door.mention("数字工匠") for _ in range(4)]
    made, port = serve(library, slack)
    for payload in payloads:
        assert Client(port).signed(json.dumps(payload).encode(), kind="application/json") == 200
    slack.wait_for(POST, seconds=PATIENCE)
    made.send_signal(signal.SIGTERM)
    _, told = made.communicate(timeout=PATIENCE)
    assert made.returncode == 0, told
    assert not slack.gate.is_set()
    assert "3 messages are kept" in told
    slack.gate.set()
    made, _ = serve(library, slack)
    slack.wait_for(POST, 4, seconds=PATIENCE)
    made.send_signal(signal.SIGTERM)
    made.communicate(timeout=PATIENCE)
    posted = [call.arguments["thread_ts"] for call in slack.calls(POST)]
    assert posted == [payload["event"]["ts"] for payload in payloads]
