"""The deck: every passage once before any comes again, and never soon."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from corpus.quoting.deck import Dealt, deal, key, left

CARDS = [f"card {number}" for number in range(12)]


def dealt(seed: str, keys: list[str], count: int, history: list[Dealt] | None = None) -> list[Dealt]:
    """Deal `count` cards after `history`, and return all."""
    cards = list(history or [])
    for _ in range(count):
        card = deal(seed, cards, keys)
        assert card is not None
        cards.append(card)
    return cards


def test_an_empty_deck_deals_nothing() -> None:
    """Where nothing is fit for quoting there is no card, whatever was dealt before."""
    assert deal("seed", [], []) is None
    assert deal("seed", [Dealt("a", 1)], []) is None


def test_one_passage_is_dealt_again_and_again() -> None:
    """A deck of one has no other choice, and counts its rounds."""
    assert [card.round for card in dealt("s", ["only"], 3)] == [1, 2, 3]


@given(seed=st.text(max_size=8), size=st.integers(2, 25), rounds=st.integers(1, 4))
def test_each_round_deals_every_passage_once(seed: str, size: int, rounds: int) -> None:
    """A deck of n gives n different cards, round after round, and none comes back within half a deck."""
    keys = [f"k{number}" for number in range(size)]
    cards = [card.key for card in dealt(seed, keys, size * rounds)]
    for number in range(rounds):
        assert sorted(cards[number * size : (number + 1) * size]) == sorted(keys)
    for place, card in enumerate(cards):
        assert card not in cards[max(0, place - size // 2) : place]


@given(cut=st.integers(0, 12), turned=st.permutations(CARDS))
def test_neither_a_restart_nor_the_order_of_the_library_changes_the_order(
    cut: int, turned: list[str]
) -> None:
    """The order follows from seed and history alone."""
    whole = dealt("seed", CARDS, 12)
    assert dealt("seed", turned, 12 - cut, whole[:cut]) == whole


def test_another_seed_gives_another_order() -> None:
    """Two channels see the same passages in different orders."""
    assert dealt("one", CARDS, 12) != dealt("two", CARDS, 12)


@given(cut=st.integers(0, 12), more=st.integers(1, 8), gone=st.integers(0, 5))
def test_new_passages_join_the_rest_and_removed_ones_leave(cut: int, more: int, gone: int) -> None:
    """After a change in the middle of a round each standing passage is still dealt once in it."""
    begun = dealt("seed", CARDS, cut)
    now = CARDS[gone:] + [f"new {number}" for number in range(more)]
    rest = left(begun, now)
    cards = dealt("seed", now, rest, begun)
    counts = Counter(card.key for card in cards)
    assert set(counts.values()) == {1}
    assert set(now) <= set(counts)


def test_a_passage_never_dealt_goes_before_one_that_would_repeat() -> None:
    """In a later round what was imported since is dealt first."""
    begun = dealt("seed", CARDS, 15)
    card = deal("seed", begun, [*CARDS, "new"])
    assert card == Dealt("new", 2)


def test_taking_one_passage_out_leaves_the_order_of_the_others() -> None:
    """No place depends on another passage."""
    whole = [card.key for card in dealt("seed", CARDS, 12)]
    without = [card.key for card in dealt("seed", [c for c in CARDS if c != whole[4]], 11)]
    assert without == whole[:4] + whole[5:]


def test_left_counts_down_to_the_next_round() -> None:
    """An admin can be told how many mornings the deck lasts."""
    cards = dealt("seed", CARDS, 12)
    assert [left(cards[:done], CARDS) for done in (0, 5, 12)] == [12, 7, 0]


def test_the_key_of_a_passage_is_its_words() -> None:
    """Width, quotes, spaces and script change no key; a word does."""
    assert key("建设“数字 强省”。") == key("建设「数字强省」。") == key("建設数字強省")
    assert key("建设数字强省") != key("建设制造强省")
