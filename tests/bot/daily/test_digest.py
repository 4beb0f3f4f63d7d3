"""The week's digest: what whoever set up daily quotes should know, in one message, once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.daily.clock_loop import Clock
from db.daily import MISSED, UNSURE, Post
from handlers.daily.schedule import DAY
from tests.bot.daily.office import MONDAY, SETTER, TEAM

if TYPE_CHECKING:
    from tests.bot.daily.office import Office

TEN = MONDAY + timedelta(hours=1)


def digest(office: Office, now: datetime = TEN) -> list[str]:
    """Keep house at an instant, and return what the person was told in all."""
    chores = office.clock.housekeep(now)
    if chores is not None:
        chores.result()
    return office.told()


def test_where_all_is_well_nobody_is_told_anything(office: Office) -> None:
    """A channel with a full deck gives no digest, and one that was switched off neither."""
    office.subscribe()
    office.subscribe("C2")
    office.store.subscriptions.pause(TEAM, "C2", "off")
    assert digest(office) == []


def test_everything_that_is_wrong_stands_in_one_message(office: Office) -> None:
    """A pause, a low deck, an unreadable history and a missed morning: one message, each by its channel."""
    office.subscribe("C1")
    office.store.subscriptions.pause(TEAM, "C1", "is_archived")
    office.subscribe("C2", theme="words:数字工匠")
    office.subscribe("C3")
    office.store.daily.claim(Post(TEAM, "C3", "2026-11-19", UNSURE, "", error="missing_scope"))
    office.store.daily.claim(Post(TEAM, "C3", "2026-11-20", MISSED, ""))
    office.store.daily.claim(Post(TEAM, "C3", "2026-11-11", MISSED, "", error="too long ago"))
    (told,) = digest(office)
    head, *lines = told.split("\n")
    assert "本周" in head
    assert [line.split(">")[0] for line in lines] == ["• <#C1", "• <#C2", "• <#C3", "• <#C3"]
    assert "频道已归档" in lines[0]
    assert "只剩 1 段（共 1 段）" in lines[1]
    assert "missing_scope" in lines[2]
    assert "错过" in lines[3]


def test_a_week_is_told_once_by_whichever_clock_is_first(office: Office) -> None:
    """From Monday at ten on, once in any number of clocks; the next Monday again."""
    office.subscribe()
    office.store.subscriptions.pause(TEAM, "C1", "is_archived")
    assert len(digest(office)) == 1
    assert len(digest(office, TEN + timedelta(hours=2))) == 1
    with Clock(office.tools) as other:
        chores = other.housekeep(TEN + timedelta(days=3))
        assert chores is not None
        assert chores.result() == ""
    assert len(digest(office, TEN + 7 * DAY - timedelta(minutes=1))) == 1
    assert len(digest(office, TEN + 7 * DAY)) == 2


def test_each_person_hears_of_their_own_channels(office: Office) -> None:
    """Two people, two messages."""
    office.subscribe("C1")
    office.subscribe("C2", set_by="U0OTHER")
    for channel in ("C1", "C2"):
        office.store.subscriptions.pause(TEAM, channel, "token_revoked")
    (told,) = digest(office)
    (other,) = [one["text"] for one in office.posted("D0OTHER")]
    assert ("<#C1>" in told, "<#C2>" in told) == (True, False)
    assert ("<#C1>" in other, "<#C2>" in other) == (False, True)


def test_a_missing_calendar_is_told_two_months_ahead(office: Office) -> None:
    """From the first Monday of November on, where a channel goes by Chinese workdays, until it is imported."""
    office.subscribe(days="workdays")
    october, november = (datetime(2026, month, day, 2, tzinfo=UTC) for month, day in ((10, 26), (11, 2)))
    assert digest(office, october) == []
    (told,) = digest(office, november)
    assert "2027 年的调休安排尚未导入" in told
    off = [date(2027, 2, day) for day in range(5, 12)] + [date(2027, 10, day) for day in range(1, 8)]
    office.store.calendar.keep(dict.fromkeys(off, False))
    assert len(digest(office, november + 7 * DAY)) == 1


def test_a_digest_that_cannot_be_sent_stops_nothing(office: Office) -> None:
    """While the token is gone the digest waits, and the clock goes on when it is back."""
    office.subscribe()
    office.store.subscriptions.pause(TEAM, "C1", "is_archived")
    office.slack.fail_next("chat.postMessage", error="token_revoked", where={"channel": SETTER})
    assert digest(office) == []
    office.subscribe("C2")
    assert office.morning() == []
    office.later(minutes=5)
    assert office.morning() == ["posted"]
    assert "已归档" in "".join(office.told())


def test_a_changed_library_is_read_before_it_is_needed(office: Office) -> None:
    """Keeping house reads the passages, so that no morning waits for that."""
    assert not office.tools.pool.is_read()
    digest(office)
    assert office.tools.pool.is_read()
    assert office.clock.housekeep(TEN) is None
    office.store.articles.remove("digital-economy", MONDAY.isoformat())
    assert not office.tools.pool.is_read()
