"""policy-bot clock, quote and workdays, as cron and people type them."""

from __future__ import annotations

import io
import json
import time
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine

from bot.cli import main
from bot.console.stand_in import SlackStandIn
from bot.place import Place
from bot.settings import from_environment
from corpus.quoting.fitness import RULES
from db.daily import MISSED, POSTED, WAITING
from db.store import Store
from tests.bot.daily.office import MORNING, TEAM
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

POST = "chat.postMessage"
YEAR = {"year": 2027, "days": [{"date": "2027-01-01", "isOffDay": True}]}


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    """Give a running stand-in."""
    with SlackStandIn() as running:
        yield running


@pytest.fixture
def place(library: Path, slack: SlackStandIn) -> Place:
    """Where commands run, with a token; two channels are due at nine on Monday."""
    with Store(str(library)) as store:
        for channel in ("C1", "C2"):
            store.subscriptions.save(replace(MORNING, channel=channel))
    said = {"SLACK_BOT_TOKEN": slack.token, "SLACK_API_URL": slack.url}
    return Place(from_environment(said), str(library), io.StringIO(), io.StringIO(), lambda: NOW)


def said(place: Place, *words: str, code: int = 0) -> str:
    """Run a command that ends with this code, and return what it printed."""
    assert main(words, place) == code
    assert isinstance(place.out, io.StringIO)
    text = place.out.getvalue()
    place.out.seek(0)
    place.out.truncate()
    return text


def complained(place: Place, *words: str) -> str:
    """Run a command that fails with one line, and return it."""
    assert main(words, place) == 1
    assert isinstance(place.err, io.StringIO)
    (line,) = place.err.getvalue().splitlines()
    return line


def test_once_does_what_is_due_at_an_instant_and_ends(place: Place, slack: SlackStandIn) -> None:
    """A minute early nothing; at nine both channels; at nine again nothing more."""
    once = ("clock", "--once", "--now")
    assert said(place, *once, "2026-11-23T08:59:00+08:00") == "nothing is due\n"
    assert said(place, *once, "2026-11-23T09:00:00+08:00") == "2 posted\n"
    assert json.loads(said(place, *once, "2026-11-23T09:00:00+08:00", "--json")) == {}
    assert len(slack.calls(POST)) == 2


def test_once_waits_for_a_slack_that_asks_to_wait(place: Place, slack: SlackStandIn) -> None:
    """What is put off for a second or two is waited for within the one run."""
    slack.fail_next(POST, retry_after=1, times=2)
    assert said(place, "clock", "--once", "--now", "2026-11-23T09:00:00+08:00") == "2 posted\n"
    assert len(slack.calls(POST)) > 2


def test_once_does_not_wait_for_what_takes_long(place: Place, slack: SlackStandIn) -> None:
    """A Slack that asks for ten minutes is left to the next run of cron."""
    slack.fail_next(POST, retry_after=600, times=None)
    begun = time.monotonic()
    assert said(place, "clock", "--once", "--now", "2026-11-23T09:00:00+08:00") == "nothing is due\n"
    assert time.monotonic() - begun < 20
    with Store(place.db) as store:
        assert {post.state for post in store.daily.open()} == {WAITING}


def test_a_clock_that_was_down_too_long_records_what_it_missed(place: Place, slack: SlackStandIn) -> None:
    """Three hours and a minute late nothing is posted, and the date is written down."""
    assert said(place, "clock", "--once", "--now", "2026-11-23T12:01:00+08:00") == "2 missed, 1 told\n"
    assert said(place, "clock", "--once", "--now", "2026-11-24T12:00:00+08:00") == "2 posted\n"
    with Store(place.db) as store:
        assert [post.state for post in store.daily.history(TEAM, "C1")] == [MISSED, POSTED]
    posts = [call for call in slack.calls(POST) if call.arguments["channel"] in {"C1", "C2"}]
    (digest,) = [call for call in slack.calls(POST) if call not in posts]
    assert len(posts) == 2
    assert digest.arguments["text"].count("错过") == 2


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--once", "--now", "tomorrow"], "--now"),
        (["--once", "--now", "2026-11-23T09:00:00"], "--now"),
        (["--now", "2026-11-23T09:00:00+08:00"], "--now"),
    ],
)
def test_an_instant_that_is_none_is_named(place: Place, words: list[str], named: str) -> None:
    """An instant without an offset, or one for a clock that runs on, is refused in a line."""
    assert named in complained(place, "clock", *words)


def test_a_rehearsed_time_decides_what_is_due(
    place: Place, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """POLICY_NOW is where the clock begins; one that is no instant is named."""
    monkeypatch.setenv("POLICY_NOW", "2026-11-23T09:00:00+08:00")
    early = replace(place, now=lambda: NOW.replace(year=2025))
    assert said(early, "clock", "--once") == "2 posted\n"
    assert len(slack.calls(POST)) == 2
    monkeypatch.setenv("POLICY_NOW", "nine")
    assert "POLICY_NOW" in complained(place, "clock", "--once")


def test_without_a_token_the_clock_does_not_start(library: Path) -> None:
    """The missing setting is named."""
    bare = Place(from_environment({}), str(library), io.StringIO(), io.StringIO(), lambda: NOW)
    assert "SLACK_BOT_TOKEN" in complained(bare, "clock", "--once")


def test_a_year_is_imported_from_a_file(place: Place, tmp_path: Path) -> None:
    """The last known year moves on, and the warning of November goes."""
    path = tmp_path / "2027.json"
    path.write_text(json.dumps(YEAR), encoding="utf-8")
    before = said(place, "workdays")
    assert "known up to 2026" in before
    assert "2027 are not known" in before
    assert "known up to 2027" in said(place, "workdays", "--import", str(path))
    assert json.loads(said(place, "workdays", "--json")) == {"last_known": 2027, "warnings": []}


def test_doctor_warns_of_a_missing_year_where_a_channel_goes_by_it(place: Place) -> None:
    """With Chinese workdays somewhere the missing year is a note; with none it is not."""
    # the stand-in grants fewer scopes than the manifest asks for, which doctor finds wrong
    assert "workdays of 2027" not in said(place, "doctor", code=1)
    with Store(place.db) as store:
        store.subscriptions.save(replace(MORNING, channel="C3", days="workdays"))
    assert "workdays of 2027" in said(place, "doctor", code=1)


def test_doctor_sees_a_channel_that_a_wrong_clock_has_served_ahead(place: Place) -> None:
    """After a rehearsal over the real library a channel would be silent for long: that is a note."""
    assert "no post before" not in said(place, "doctor", code=1)
    with Store(place.db) as store:
        store.subscriptions.handle(TEAM, "C1", "2027-11-23")
    assert "no post before 2027-11-23" in said(place, "doctor", code=1)


def test_a_quotation_says_why_it_is_worth_quoting(place: Place) -> None:
    """Every rule that holds stands under the passage, and in the JSON."""
    explained = said(place, "quote", "--seed", "3", "--explain")
    told = json.loads(said(place, "quote", "--seed", "3", "--explain", "--json"))
    assert told["excerpt"]["text"] in explained
    for says, _ in RULES[1:]:
        assert says in explained
        assert says in told["reasons"]
    assert "whole sentence" in told["reasons"][0]


def test_a_deck_can_be_dealt_again_from_its_seed(place: Place, tmp_path: Path) -> None:
    """Every post is the card that the stored seed gives, an import in the middle notwithstanding."""
    days = [f"2026-11-{day}T09:00:00+08:00" for day in (23, 24, 25)]
    for day in days[:2]:
        with time_machine.travel(day):
            said(place, "clock", "--once", "--now", day)
    path = tmp_path / "new.txt"
    path.write_text("乡村行动\n\n要推动数字服务向乡村延伸，让更多群众充分享受数字便利。\n", encoding="utf-8")
    tuesday = NOW + timedelta(days=1, hours=5)
    assert main(["import", str(path)], replace(place, now=lambda: tuesday)) == 0
    with time_machine.travel(days[2]):
        said(place, "clock", "--once", "--now", days[2])
    told = json.loads(said(place, "quote", "--deck", "C1", "--json"))
    assert [(post["date"], post["as_dealt"]) for post in told["posts"]] == [(day[:10], True) for day in days]
    assert told["seed"] == "seed"
    shown = said(place, "quote", "--deck", "C1")
    assert shown.count("as the seed gives it") == 3
    assert told["next"]["code"] in shown
    assert "C9" in complained(place, "quote", "--deck", "C9")


def test_a_deck_that_was_tampered_with_is_seen(place: Place) -> None:
    """With another seed in the store the posts are not what it gives."""
    said(place, "clock", "--once", "--now", "2026-11-23T09:00:00+08:00")
    with Store(place.db) as store:
        connection = store._connections.get()
        connection.execute("UPDATE subscriptions SET seed = 'another' WHERE channel = 'C1'")
    assert "another card" in said(place, "quote", "--deck", "C1")
