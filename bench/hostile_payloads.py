"""Payloads as Slack sends them, and then not: every kind that Slack knows, made of a seed, forged and broken.

`hostile(dice, number)` makes one; the same seed makes the same ones. Each starts as a real one (`bot.console.payloads`)
with hostile words in what people type and forged values in what buttons and windows carry; two in three are then
broken at one to three places: a field removed, null, of another kind, huge, deep.
"""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from bench.hostile_kinds import MAKERS, USERS
from bench.hostile_strings import DEEP, FORGED, TYPED, value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

Json = dict[str, Any]
Path = tuple[str | int, ...]
TYPED_KEYS = {"text", "value", "name", "title"}


@dataclass(frozen=True)
class Hostile:
    """One request: its body and content type, what it was made as, and whether it was broken."""

    kind: str
    body: bytes
    content_type: str
    broken: bool
    users: frozenset[str]


def hostile(dice: Random, number: int) -> Hostile:
    """Make one signed-to-be request; `number` makes its trigger and its event its own."""
    kind = dice.choice(tuple(MAKERS))
    told = MAKERS[kind](dice, number)
    users = frozenset(name for name in USERS if name in json.dumps(told))
    broken = dice.random() < 0.66
    for _ in range(dice.choice((1, 1, 2, 3)) if broken else 0):
        told = break_one(dice, told)
    if kind == "command" and dice.random() > 0.05:
        return Hostile(kind, form(told), "application/x-www-form-urlencoded", broken, users)
    text = written(told)
    if kind in {"command", "event"} or dice.random() < 0.05:
        return Hostile(kind, text.encode(), "application/json", broken, users)
    body = urlencode({"payload": text}).encode()
    return Hostile(kind, body, "application/x-www-form-urlencoded", broken, users)


def form(told: Json) -> bytes:
    """Write a command as a form: what is no text is written as JSON, a lone surrogate as its bytes."""
    fields = [
        (name, one if isinstance(one, str) else written(one)) for name, one in told.items() if one is not None
    ]
    return urlencode(
        [
            (name.encode("utf-8", "surrogatepass"), one.encode("utf-8", "surrogatepass"))
            for name, one in fields
        ]
    ).encode()


def written(told: object) -> str:
    """Write JSON, lone surrogates escaped, and deep where it is marked."""
    return json.dumps(told).replace(f'"{DEEP}"', "[" * 2_000 + "]" * 2_000)


def break_one(dice: Random, told: Json) -> Json:
    """Return the payload with one place removed or exchanged."""
    at = dice.choice(list(paths(told)) or [("type",)])
    changed = deepcopy(told)
    inner: Any = changed
    for key in at[:-1]:
        inner = inner[key]
    if dice.random() < 0.4 and (not isinstance(inner, dict) or at[-1] in inner):
        del inner[at[-1]]
    elif at[-1] != "response_url" or dice.random() < 0.5:
        inner[at[-1]] = value(dice, TYPED if at[-1] in TYPED_KEYS else FORGED)
    return changed


def paths(told: Any, at: Path = ()) -> Iterator[Path]:  # noqa: ANN401 - whatever JSON holds
    """Give the place of every value in a payload."""
    items = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    for key, inner in items:
        yield (*at, key)
        yield from paths(inner, (*at, key))
