"""Reading needs no write: locked, full or read-only, the store answers; what must be kept is refused in words."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.store import Store
from handlers.replies import Replies
from tests.handlers.adversity import CHANGING, READING, SAID, app_over, ask_everything
from tests.handlers.door import buttons

if TYPE_CHECKING:
    from tests.handlers.door import Door

ROOT = Path(__file__).parents[2]
REFUSAL = Replies().unwritable


def run_in(adversity: str, library: Path) -> dict[str, str]:
    """Ask everything in a process that cannot write, and return what was told."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.handlers.adversity", adversity, str(library)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    told: dict[str, str] = json.loads(done.stdout)
    return told


def told_by(adversity: str, library: Path) -> dict[str, str]:
    """Ask everything of a library that is locked by another process, full, or read-only."""
    if adversity == "locked":
        with Store(str(library)) as other, app_over(library) as door, other.writing():
            return ask_everything(door)
    own = library.parent / "own" / "policy.db"
    own.parent.mkdir()
    shutil.copyfile(library, own)
    try:
        return run_in(adversity, own)
    finally:
        own.parent.chmod(0o755)


@pytest.mark.parametrize("adversity", ["locked", "full", "read-only"])
def test_a_store_that_cannot_be_written_to_answers(library: Path, adversity: str) -> None:
    """Every question is answered as ever; what changes something says that it cannot be kept."""
    told = told_by(adversity, library)
    with app_over(library) as door:
        well = ask_everything(door)
    assert {name: told[name] for name in (*READING, *SAID) if name != "quote"} == {
        name: well[name] for name in (*READING, *SAID) if name != "quote"
    }
    assert "《" in told["quote"]
    assert {told[name] for name in CHANGING} == {REFUSAL}
    assert REFUSAL not in {well[name] for name in CHANGING}


def test_what_was_refused_is_done_once_when_it_is_asked_again(library: Path) -> None:
    """A share that could not be claimed was not posted; the next click posts it, and one more does not."""
    with Store(str(library)) as other, app_over(library) as door:
        (button, *_) = buttons(door.command("数字工匠"), "policy_share")
        with other.writing():
            assert door.click(button)["text"] == REFUSAL
        assert door.slack.calls("chat.postMessage") == []
        assert door.click(button)["text"] == Replies().shared
        assert door.click(button)["text"] == Replies().shared_before
        assert len(door.slack.calls("chat.postMessage")) == 1


def test_a_mention_is_answered_once_by_a_process_that_could_not_claim_it(library: Path) -> None:
    """Slack delivers again, and tells of one message under two ids: the process remembers both."""
    with Store(str(library)) as other, app_over(library) as door:
        asked = door.mention("数字工匠")
        twin = {**asked, "event_id": "Ev0TWIN"}
        with other.writing():
            posted = [len(door.posted_after(payload)) for payload in (asked, asked, twin)]
        posted += [len(door.posted_after(payload)) for payload in (asked, twin)]
    assert posted == [1, 0, 0, 0, 0]


def test_nobody_is_bothered_with_a_card_that_could_not_be_claimed(library: Path) -> None:
    """A name in passing asked nothing: it gets its card the next time it may be kept that it had one."""
    with Store(str(library)) as other, app_over(library) as door:
        door.command("spot on")
        with other.writing():
            assert door.posted_after(door.message("谈谈数字工匠")) == []
        assert len(door.posted_after(door.message("谈谈数字工匠"))) == 1


def test_listeners_wait_for_a_held_store_once_and_not_for_each_message(
    door: Door, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A chatty channel with names in passing holds nobody up: a second wait would take an hour here."""
    monkeypatch.setattr(store._claiming, "_ticks", lambda: 1.0)
    door.command("spot on")
    with Store(str(store.path)) as other, other.writing():
        store._connections.patience = 0.05
        assert door.posted_after(door.message("谈谈数字工匠")) == []
        store._connections.patience = 3600.0
        for number in range(5):
            assert (
                door.posted_after(door.message("谈谈数字工匠", thread_ts=f"1763900000.00000{number}")) == []
            )
        assert len(door.posted_after(door.mention("数字工匠"))) == 1


def test_a_change_is_made_once_by_whichever_process_it_reaches(library: Path) -> None:
    """A replayed command that changes something does nothing in another process; a question is answered."""
    with app_over(library) as one, app_over(library) as two:
        watched = one.typed("watch 数字工匠")
        assert one.send(watched).body
        assert two.send(watched).body == ""
        assert one.command("watches")["text"] == two.command("watches")["text"]
        asked = one.typed("数字工匠")
        assert [bool(door.send(asked).body) for door in (one, one, two)] == [True, False, True]
