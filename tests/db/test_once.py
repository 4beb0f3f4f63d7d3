"""What may happen once happens once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.store import Store
from tests.db.making import MONDAY, TUESDAY

if TYPE_CHECKING:
    from pathlib import Path


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
