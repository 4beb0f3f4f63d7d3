"""Outages in the store: each begins and ends once; an older library is freed of what one did to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from db.store import Store
from tests.db.test_subscriptions import MORNING

if TYPE_CHECKING:
    from pathlib import Path

NOW, LATER = "2026-11-23T01:00:00+00:00", "2026-11-23T02:00:00+00:00"
BACK = (
    "DROP TABLE outages",
    "ALTER TABLE notices DROP COLUMN team",
    "DELETE FROM _sqlite_migrations WHERE name = '0008_outages'",
    "PRAGMA user_version = 7",
)


def test_an_outage_begins_and_ends_once(store: Store) -> None:
    """Whoever comes second hears that it is known, or over."""
    assert [store.outages.begin("T1", "invalid_auth", at) for at in (NOW, LATER)] == [True, False]
    known = store.outages.get("T1")
    assert known is not None
    assert (known.word, known.since) == ("invalid_auth", NOW)
    assert [store.outages.end("T1") for _ in range(2)] == [True, False]
    assert store.outages.get("T1") is None


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """A library as it was before outages were known: channels are paused for a token, notices have no workspace."""
    path = tmp_path / "before.db"
    with Store(str(path)) as store:
        for number, why in enumerate(("invalid_auth", "missing_scope", "is_archived", "off")):
            store.subscriptions.save(replace(MORNING, channel=f"C{number}", paused=why))
        store.subscriptions.save(replace(MORNING, team="T2", channel="C9", set_by="U2"))
        for person in ("U1", "U2", "U3"):
            store.outbox.put("", person, "好", NOW)
        with store._connections.writing() as connection:
            for statement in BACK[:3]:
                connection.execute(statement)
        store._connections.get().execute(BACK[3])
    return path


def test_what_a_token_paused_goes_on_in_an_older_library(before: Path) -> None:
    """What Slack said of the channel itself, and what somebody switched off, stays."""
    with Store(str(before)) as store:
        paused = {one.channel: one.paused for one in store.subscriptions.of("T1")}
    assert paused == {"C0": "", "C1": "", "C2": "is_archived", "C3": "off"}


def test_older_notices_go_to_the_workspace_of_who_is_told(before: Path) -> None:
    """Where it is not known whose somebody is, any process sends them."""
    with Store(str(before)) as store:
        assert [one.person for one in store.outbox.due("T1", LATER, LATER)] == ["U1", "U3"]
        assert [one.person for one in store.outbox.due("T2", LATER, LATER)] == ["U2", "U3"]
