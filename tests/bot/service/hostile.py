"""Forged payloads: what Slack sends, with hostile values in random places; the same for the same seed."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from bot.console import payloads
from bot.console.payloads import Where

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from bot.console.stand_in import SlackStandIn

Json = dict[str, Any]
Path = tuple[str | int, ...]

PINGS = (
    "<!channel>",
    "<!here|x>",
    "<https://evil.example|click>",
    "<@U0EVIL>",
    "<#C0EVIL|x>",
    "https://evil.example/x",
)
VALUES: tuple[object, ...] = (
    *PINGS,
    *(None, 0, 7, -1, 1.5, True, "", "x", [], {}, [[]], [1], {"a": 1}, {"id": 7}, {"id": "<!channel>"}),
    *(
        "\x00",
        "\u202e名词",
        "数字工匠",
        "数" * 3_000,
        "9" * 400,
        "v0",
        "1.1",
        "C0OTHER",
        "T0OTHER",
        "U0OTHER",
        "modal",
    ),
    *(
        "s1|ab|k7m2-9xqd|0-99",
        "t1|search|ab|999999|数字",
        "n1|ab|数字工匠",
        "d1|k7m2-9xqd|0-9",
        "w2|T0POLICY|C0EVIL|U1|1.1|ab",
    ),
    *(
        "policy_daily",
        "policy_query",
        "policy_results",
        "policy_share",
        "/policy",
        "view_submission",
        "workflow_step",
    ),
    *(
        "http://127.0.0.1:1/x",
        "file:///etc/passwd",
        "https://hooks.slack.com@evil.example/x",
        "//evil.example",
    ),
    *(
        {"type": "mrkdwn", "text": "<!channel>"},
        [{"type": "section", "text": {"type": "mrkdwn", "text": "<!here>"}}],
    ),
    *([{"type": "rich_text", "elements": [{"type": ["x"]}]}], [{"type": "broadcast", "range": "channel"}]),
)
BUTTONS = (
    *("policy_share", "policy_next", "policy_prev", "policy_mentions", "policy_compare", "policy_watch"),
    *("policy_unwatch", "policy_never", "policy_post", "policy_another", "policy_context", "policy_cite"),
    *("policy_turn0", "nobody"),
)
HELD = ("s1|ab12|k7m2-9xqd|0-99", "t1|search|ab12|3|数字", "n1|ab12|数字工匠", "d1|k7m2-9xqd|0-9", "")
TYPED = (
    "数字工匠",
    "help",
    "about 数字工匠",
    "daily",
    "daily 09:00 <!channel>",
    "spot on",
    "watch 数字工匠",
    "search <!here>",
    "show <@U0EVIL>",
)
UNKNOWN = (
    *(
        "workflow_step_edit",
        "workflow_step_execute",
        "block_suggestion",
        "dialog_submission",
        "dialog_suggestion",
    ),
    *(
        "dialog_cancellation",
        "interactive_message",
        "app_rate_limited",
        "function_executed",
        "never_heard_of",
    ),
)


def forged(rng: Random, slack: SlackStandIn) -> Json:
    """Return one payload: whole at times, mostly broken in one to four places."""
    payload = whole(rng, slack)
    for _ in range(rng.choice((0, 1, 1, 1, 2, 4))):
        payload = changed(rng, payload)
    return payload


def whole(rng: Random, slack: SlackStandIn) -> Json:
    """Return a payload as Slack sends it, of any kind."""
    where = Where(slack.workspace.person("U1"), slack.workspace.channel("C1"))
    url, trigger = slack.response_url(), slack.trigger()
    message = slack.say("C1", rng.choice(TYPED), user="U1", blocks=payloads.typed_blocks("数字工匠"))
    action = {"type": "button", "action_id": rng.choice(BUTTONS), "value": rng.choice(HELD)}
    click = payloads.acted(action, "b", "1.1")
    view = _view(rng)
    values = {
        name: {"value": {"type": "plain_text_input", "value": rng.choice(TYPED)}}
        for name in ("at", "zone", "theme")
    }
    values |= {"policy_field": {"policy_words": {"type": "plain_text_input", "value": rng.choice(TYPED)}}}
    made = (
        payloads.slash_command(where, "/policy", rng.choice(TYPED), trigger, url),
        payloads.block_actions(
            where, click, payloads.in_message(where, message, ephemeral=True, response_url=url), trigger
        ),
        payloads.block_actions(where, click, payloads.in_view(view, {}), trigger),
        payloads.message_action(where, "policy_lookup", message, trigger, url, "1.2"),
        payloads.global_shortcut(where, "policy_search", trigger, "1.3"),
        payloads.view_submission(where, view, values, trigger),
        payloads.view_closed(where, view),
        payloads.event(payloads.message_event(where, message), trigger, 1),
        payloads.event(payloads.mention_event(where, message), trigger, 1, shared=rng.random() < 0.3),
        payloads.event(payloads.changed_event(where, message, message, "1.4"), trigger, 1),
        payloads.event(payloads.joined_event(where, "1.5"), trigger, 1),
        {
            **payloads.global_shortcut(where, "policy_search", trigger, "1.3"),
            "type": rng.choice(UNKNOWN),
            "value": "机密的话",
        },
    )
    return deepcopy(rng.choice(made))


def _view(rng: Random) -> Json:
    """Return a window as it comes back, its metadata ours or not."""
    text = {"type": "section", "text": {"type": "mrkdwn", "text": rng.choice(TYPED)}}
    told = (
        "",
        "C1",
        "w2|T0POLICY|C1|U1|1.1|ab12",
        "w2|T0POLICY|C1|U1||",
        "w2|T0OTHER|C1|U1|1.1|ab12",
        *PINGS,
    )
    callback = rng.choice(("policy_daily", "policy_query", "policy_results", "nobody"))
    view = {"id": "V1", "type": "modal", "callback_id": callback, "private_metadata": rng.choice(told)}
    return {**view, "blocks": [text], "hash": "1.ab", "team_id": "T0POLICY"}


def changed(rng: Random, payload: Json) -> Json:
    """Return the payload with a hostile value, or nothing, at one place."""
    made = deepcopy(payload)
    places = list(_places(made))
    if not places:
        return made
    *into, last = rng.choice(places)
    inner: Any = made
    for key in into:
        inner = inner[key]
    if rng.random() < 0.2:
        del inner[last]
    else:
        inner[last] = deepcopy(rng.choice(VALUES))
    return made


def _places(told: object, at: Path = ()) -> Iterator[Path]:
    items = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    for key, value in items:
        yield (*at, key)
        yield from _places(value, (*at, key))


_LIVE = re.compile(r"<(?:!|https?:|mailto:|@U0EVIL|#C0EVIL)|https?://evil")
_LIVE_TYPES = ("broadcast", "link", "usergroup", "image", "video")


def live(sent: object, kind: str = "mrkdwn") -> list[str]:
    """Return whatever would ping or link in what was sent: markup in text that Slack reads as such, or an element."""
    if isinstance(sent, str):
        return [sent] if kind not in {"text", "plain_text"} and _LIVE.search(sent) else []
    if isinstance(sent, list):
        return [found for one in sent for found in live(one, kind)]
    if not isinstance(sent, dict):
        return []
    own = str(sent.get("type", kind))
    found = [own] if own in _LIVE_TYPES else []
    for name, value in sent.items():
        # a button's value comes back to us, and is shown to nobody; what is said beside a field is plain text
        hidden = (name == "value" and own == "button") or name == "errors"
        found += [] if hidden else live(value, own if name == "text" else "mrkdwn")
    return found
