"""The instruments of `make bench-hostile`: the same payloads for the same seed, and what counts as alive."""

from __future__ import annotations

import json
import random

import pytest

from bench.hostile import run
from bench.hostile_kinds import MAKERS
from bench.hostile_payloads import hostile
from bench.hostile_seen import live

OWN = frozenset({"U0READER"})


def test_a_seed_makes_the_same_payloads() -> None:
    """Two generators of one seed make the same bytes, those of another seed make others; every kind is there."""
    first, again, other = (random.Random(seed) for seed in (1, 1, 2))  # noqa: S311 - seeds are the point
    made = [hostile(first, number) for number in range(300)]
    assert made == [hostile(again, number) for number in range(300)]
    assert made != [hostile(other, number) for number in range(300)]
    assert {one.kind for one in made} == set(MAKERS)


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ({"text": "叫 <!channel> 来"}, ["<!channel>"]),
        ({"text": "&lt;!channel&gt; <@U0READER>"}, []),
        ({"text": "<@U0VICTIM>"}, ["<@U0VICTIM>"]),
        ({"text": "<#C0OFFICE>"}, []),
        ({"text": "<#<!channel>>"}, ["<#<!channel>"]),
        ({"text": "<https://evil.example|x>"}, ["<https://evil.example|x>"]),
        ({"blocks": [{"type": "section", "text": {"type": "plain_text", "text": "<!here>"}}]}, []),
        ({"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "<!here>"}}]}, ["<!here>"]),
        ({"blocks": [{"elements": [{"type": "text", "text": "<!here>"}]}]}, []),
        ({"blocks": [{"elements": [{"type": "user", "user_id": "U0READER"}]}]}, []),
        ({"text": "a", "parse": "full"}, ["parse=full"]),
    ],
)
def test_a_ping_is_found_where_slack_reads_mrkdwn(message: dict[str, object], found: list[str]) -> None:
    """Live text is that of a message and of mrkdwn objects; rich text and plain text are not."""
    assert live(message, OWN) == found


def test_a_broadcast_in_rich_text_is_alive() -> None:
    """An element that pings is found with what it names."""
    (found,) = live({"blocks": [{"elements": [{"type": "broadcast", "range": "channel"}]}]}, OWN)
    assert "channel" in found


def test_every_payload_is_answered_with_a_status() -> None:
    """A short run counts each payload once, and its counts can be kept as JSON."""
    seen = run(5, 40)
    assert seen.statuses.total() == 40
    assert json.loads(json.dumps(seen.faults())).keys() == seen.faults().keys()
