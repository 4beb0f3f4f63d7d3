"""Values that nobody should send: pings, links, odd Unicode, huge and deep things, of every kind that JSON knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

TYPED, FORGED = (
    "暗号",
    "假货",
)  # stand in what people type, and in forged ids and names: a log must not hold the first
DEEP = "@@DEEP@@"  # is made 2,000 lists deep in the body, which json.dumps could not write
WORDS = (
    "数字工匠",
    "数字经济",
    "数字工将",
    "shuzi gongjiang",
    "什么是数字工匠",
    "“数字工匠”",
    "作者:某某 数字",
    "日期:2018..2020 数字",
    "k7m2-9xqd",
    "压实各方责任，确保落到实处",
    "",
    "？",
)
STRINGS = (
    "<!channel>",
    "<!here|here>",
    "<!everyone>",
    "<!subteam^S0VICTIMS>",
    "<!date^1392734382^{date}^https://evil.example/|x>",
    "<@U0VICTIM>",
    "<@W0VICTIM|boss>",
    "<#C0VICTIM>",
    "<https://evil.example/|Slack>",
    "<http://evil.example>",
    "<mailto:x@evil.example|mail>",
    "&lt;!channel&gt;",
    "&amp;lt;!channel&amp;gt;",
    "<<!channel>>",
    "<!chan\u200bnel>",
    "＜!channel＞",
    "*粗* _斜_ ~删~ `码` ```块```",
    "\n> 引文\n>>> 引文",
    "\u202e倒\u202c\u2066隔\u2069",
    "\u200f\u061c",
    "\x00",
    "\x1b[31m红\x07",
    "\ud800",
    "\udfff\ud800",
    "\ufffe\uffff",
    "é" + "\u0301" * 50,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "⼯⻓",
    "{title}{0}{0.__class__}%s%n",
    "'; DROP TABLE once; --",
    '" OR 1 NEAR "',
    "* AND (",
    "../../etc/passwd",
    "__proto__",
    "\r\nX-More: 1",
    "\u2028\u2029",
    "工" * 300,
    "a " * 400,
    "长" * 3_001,
    "@channel @here",
)
NUMBERS = (0, -1, 7, 2**31, 2**63, 10**30, 10**400, 1e308, float("inf"), float("nan"), 0.1)


def string(dice: Random, mark: str) -> str:
    """Make one hostile string with the mark in it, perhaps beside words that find something."""
    parts = [dice.choice(STRINGS), mark]
    if dice.random() < 0.5:
        parts.append(dice.choice(WORDS))
    if dice.random() < 0.2:
        parts.append(dice.choice(STRINGS))
    dice.shuffle(parts)
    return dice.choice(("", " ")).join(parts)


def value(dice: Random, mark: str) -> Any:  # noqa: ANN401 - any kind is the point
    """Make a value of any kind."""
    kinds = (
        lambda: None,
        lambda: string(dice, mark),
        lambda: dice.choice(NUMBERS),
        lambda: dice.choice((True, False)),
        list,
        dict,
        lambda: [string(dice, mark), None, 7],
        lambda: {"id": dice.choice(NUMBERS), string(dice, mark): [{}]},
        lambda: [None],
        lambda: [[]] * 50,
        lambda: "",
        lambda: " ",
        lambda: _nested(dice.choice((3, 40, 300))),
        lambda: DEEP,
    )
    return dice.choice(kinds)()


def _nested(depth: int) -> Any:  # noqa: ANN401 - lists and objects in turn
    made: Any = "x"
    for level in range(depth):
        made = [made] if level % 2 else {"a": made}
    return made
