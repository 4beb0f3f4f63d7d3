"""What may happen once happens once."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from corpus.errors import UnwritableError
from db import once
from db.store import Store
from tests.db.making import MONDAY, TUESDAY

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_only_the_first_claim_wins(store: Store) -> None:
    """The same key is given once, another key is not touched by that."""
    assert [store.once.claim(key, MONDAY) for key in ("a", "a", "b")] == [True, False, True]


def test_a_claim_outlives_the_process(store: Store, tmp_path: Path) -> None:
    """Another store on the same file knows the claim."""
    store.once.claim("a", MONDAY)
    with Store(str(tmp_path / "policy.db")) as other:
        assert not other.once.claim("a", TUESDAY)


def test_a_released_key_may_be_claimed_again(store: Store) -> None:
    """What plainly did not happen may be tried again."""
    store.once.claim("a", MONDAY)
    store.once.release("a")
    assert store.once.claim("a", TUESDAY)


def test_old_keys_of_a_kind_are_forgotten(store: Store) -> None:
    """Only keys of that beginning and from before that instant go."""
    store.once.claim("event:1", MONDAY)
    store.once.claim("share:1", MONDAY)
    store.once.claim("event:2", TUESDAY)
    assert store.once.forget("event:", TUESDAY) == 1
    assert [store.once.claim(key, TUESDAY) for key in ("event:1", "share:1", "event:2")] == [
        True,
        False,
        False,
    ]


def test_keys_of_other_kinds_are_not_read(store: Store) -> None:
    """What is forgotten is found by a range of the primary key, and dropped by the key."""
    connection = store._connections.get()
    for statement, values in ((once.BEHIND, ("a", "b", 1)), (once.DROP, ("a", MONDAY))):
        plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
        assert [row[-1].replace(">=", ">") for row in plan] == [
            "SEARCH once USING PRIMARY KEY (key>? AND key<?)"
            if statement == once.BEHIND
            else "SEARCH once USING PRIMARY KEY (key=?)"
        ]


def test_keys_are_forgotten_in_portions(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are, one transaction drops a few; they are looked for without the write lock."""
    monkeypatch.setattr(once, "LOOKED_AT", 7)
    monkeypatch.setattr(once, "PORTION", 3)
    keys = [f"event:{number}" for number in range(20)]
    assert store.once.claim_each(["even", *keys, "event;"], MONDAY)
    assert store.once.claim("event:7young", TUESDAY)
    seen: list[str] = []
    store._connections.get().set_trace_callback(seen.append)
    assert store.once.forget("event:", TUESDAY) == len(keys)
    told = [line.split()[0] for line in seen if not line.startswith("PRAGMA")]
    assert max(len(part.split("DELETE")) - 1 for part in " ".join(told).split("BEGIN")) == 3
    assert all("SELECT" not in part.partition("COMMIT")[0] for part in " ".join(told).split("BEGIN")[1:])
    assert store.once.forget("event:", "9999") == 1
    assert [store.once.claim(key, TUESDAY) for key in ("even", "event;", "event:0")] == [False, False, True]


def test_a_key_itself_is_of_its_kind(store: Store) -> None:
    """The shortest key that begins so is the beginning."""
    store.once.claim("cooling:T:C:name|", MONDAY)
    assert store.once.forget("cooling:T:C:name|", TUESDAY) == 1


def test_of_several_keys_none_is_taken_behind_the_first_that_was(store: Store) -> None:
    """They are taken one after another, as long as none was taken before."""
    store.once.claim("b", MONDAY)
    assert not store.once.claim_each(("a", "b", "c"), TUESDAY)
    assert [store.once.claim(key, TUESDAY) for key in ("a", "c")] == [False, True]


def test_a_key_that_could_not_be_given_back_is_given_back_later(tmp_path: Path) -> None:
    """A release while another process writes is made good with the next claim."""
    path = str(tmp_path / "policy.db")
    with Store(path, patience=0.01) as store, Store(path) as other:
        store.once.claim("a", MONDAY)
        with other.writing():
            store.once.release("a")
        assert not other.once.claim("a", MONDAY)
        assert store.once.claim("b", MONDAY)
        assert other.once.claim("a", MONDAY)


def test_while_the_store_is_held_one_claim_waits_and_the_others_do_not(tmp_path: Path) -> None:
    """After a claim that waited in vain none waits for five seconds, then one tries; a success ends it."""
    clock = [100.0]
    path = str(tmp_path / "held.db")
    with Store(path, patience=0.05, ticks=lambda: clock[0]) as mine, Store(path) as other:
        waited: list[bool] = []

        def claim(key: str) -> None:
            seen: list[str] = []
            mine._connections.get().set_trace_callback(seen.append)
            with suppress(UnwritableError):
                mine.once.claim(key, MONDAY)
            waited.append("PRAGMA busy_timeout = 50" in seen)

        with other.writing():
            for passed in (0.0, 0.0, 4.9, 0.2, 0.0, 4.9):
                clock[0] += passed
                claim("a")
        assert waited == [True, False, False, True, False, False]
        claim("b")
        claim("c")
        assert waited[-2:] == [False, True]
        assert not mine.once.claim("b", MONDAY)
