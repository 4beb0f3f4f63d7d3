"""Payloads of every kind that Slack knows, real in shape, with hostile words and forged values in them.

The shapes are those of `bot.console.payloads`; what people type, and what buttons and windows carry, is made of dice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bench.hostile_strings import FORGED, TYPED, WORDS, string
from bot.console import payloads
from bot.console.payloads import Where
from bot.console.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

Json = dict[str, Any]
RESPONSE_URL = "@@RESPONSE@@"  # the runner puts an address of its stand-in here
USERS, CHANNELS = ("U0READER", "U0OTHER"), ("C0OFFICE", "D0READER", "G0PRIVATE")
TEAMS = ("T0POLICY", "T0POLICY", "T0POLICY", "T0FOREIGN")
COMMANDS = (
    "search articles show quote about initiatives watch watches spot restrict daily help 搜索 每日".split()
)
ACTIONS = (
    "policy_share policy_next policy_prev policy_mentions policy_compare policy_watch policy_unwatch policy_never"
    " policy_post policy_another policy_context policy_cite policy_turn0 policy_turn1 policy_unknown"
).split()
ELEMENTS = (
    "button static_select multi_static_select overflow datepicker timepicker checkboxes radio_buttons users_select"
    " conversations_select plain_text_input external_select rich_text_input workflow_button number_input"
).split()
VIEWS = ("policy_query", "policy_daily", "policy_results", "policy_unknown")
SHORTCUTS = ("policy_lookup", "policy_search", "policy_unknown")
EVENTS = (
    "app_mention message member_joined_channel app_home_opened reaction_added link_shared app_uninstalled"
    " tokens_revoked team_join channel_rename channel_archive file_shared pin_added user_change function_executed"
    " workflow_step_execute assistant_thread_started message_metadata_posted no_such_event"
).split()
SUBTYPES = (
    "message_changed message_deleted bot_message thread_broadcast file_share me_message channel_join channel_topic"
    " message_replied tombstone"
).split()
OTHERS = (
    "workflow_step_edit interactive_message dialog_submission dialog_suggestion dialog_cancellation"
    " block_suggestion app_rate_limited url_verification ssl_check no_such_type"
).split()


def _where(dice: Random) -> Where:
    workspace = Workspace()
    return Where(workspace.person(dice.choice(USERS)), workspace.channel(dice.choice(CHANNELS)))


def _foreign(dice: Random, told: Json) -> Json:
    """Say that it comes from some team, perhaps another one."""
    team = dice.choice(TEAMS)
    changes: Json = {"team_id": team} if "team_id" in told else {"team": {"id": team, "domain": "x"}}
    if "user" in told:
        changes["user"] = {**told["user"], "team_id": dice.choice(TEAMS)}
    return told | changes


def _typed(dice: Random) -> str:
    return dice.choice(
        (string(dice, TYPED), dice.choice(WORDS), f"{dice.choice(WORDS)} {string(dice, TYPED)}")
    )


def _command(dice: Random, number: int) -> Json:
    text = f"{dice.choice((*COMMANDS, ''))} {_typed(dice)}".strip()
    told: Json = dict(payloads.slash_command(_where(dice), "/policy", text, f"t{number}", RESPONSE_URL))
    return _foreign(dice, told)


def _forged(dice: Random) -> str:
    """Forge what a button carries: the forms of the bot's own values with hostile contents."""
    text, offset = _typed(dice), dice.choice(("0", "3", "999999", "-1", "00"))
    kinds = ("search", "asked", "articles", "mentions", "compare", "names", text[:12])
    forms = (
        f"s1|0a1b2c|k7m2-9xqd|0-{offset}|{offset}-9",
        f"t1|{dice.choice(kinds)}|0a1b2c|{offset}|{text}",
        f"n1|0a1b2c|{text}",
        f"w1|{dice.choice(CHANNELS)}|1.1|0a",
        f"d1|k7m2-9xqd|{offset}-7",
        text,
    )
    return dice.choice(forms)


def _message(dice: Random, number: int) -> Json:
    text = _typed(dice)
    told: Json = {
        "type": "message",
        "user": dice.choice(USERS),
        "text": text,
        "ts": f"1763900000.{number:06d}",
    }
    told |= {"blocks": payloads.typed_blocks(text)} if dice.random() < 0.5 else {}
    return told | ({"thread_ts": "1763900000.000001"} if dice.random() < 0.4 else {})


def _view(dice: Random) -> Json:
    callback = dice.choice(VIEWS)
    metadata = dice.choice(("C0OFFICE", "w1|C0OFFICE|1.1|0a", string(dice, FORGED), "", "C0VICTIM"))
    told: Json = {
        "id": "V1",
        "type": "modal",
        "callback_id": callback,
        "private_metadata": metadata,
        "blocks": [],
    }
    return told | {"title": {"type": "plain_text", "text": _typed(dice)}, "hash": "1.a", "root_view_id": "V1"}


def _state(dice: Random) -> Json:
    days = {
        "type": "static_select",
        "selected_option": {"value": dice.choice(("every", "weekdays", _typed(dice)))},
    }
    daily = {name: {"value": {"value": dice.choice((good, _typed(dice)))}} for name, good in DAILY.items()}
    query = {"policy_field": {"policy_words": {"type": "plain_text_input", "value": _typed(dice)}}}
    return dice.choice(({**daily, "days": {"value": days}}, query, {}, {**daily, **query}))


def _block_actions(dice: Random, number: int) -> Json:
    element: Json = {"type": dice.choice(("button", "button", *ELEMENTS)), "action_id": dice.choice(ACTIONS)}
    element |= {"text": {"type": "plain_text", "text": _typed(dice)}, "value": _forged(dice)}
    if element["type"] != "button":
        element["selected_option"] = {"value": _forged(dice)}
    where, action = _where(dice), payloads.acted(element, "b", f"1763900000.{number:06d}")
    if dice.random() < 0.35:
        place = payloads.in_view(_view(dice), _state(dice))
    else:
        hidden, said = dice.random() < 0.7, _message(dice, number)
        place = payloads.in_message(where, said, ephemeral=hidden, response_url=RESPONSE_URL)
    return _foreign(dice, payloads.block_actions(where, action, place, f"t{number}"))


def _message_action(dice: Random, number: int) -> Json:
    said, callback = _message(dice, number), dice.choice(SHORTCUTS)
    told = payloads.message_action(_where(dice), callback, said, f"t{number}", RESPONSE_URL, "1.2")
    return _foreign(dice, told)


def _shortcut(dice: Random, number: int) -> Json:
    return _foreign(dice, payloads.global_shortcut(_where(dice), dice.choice(SHORTCUTS), f"t{number}", "1.3"))


def _submission(dice: Random, number: int) -> Json:
    view, state = _view(dice), _state(dice)
    # often filled in well: then the forged rest is what counts
    if view["callback_id"] == "policy_daily" and dice.random() < 0.6:
        state = {
            **{name: {"value": {"value": good}} for name, good in DAILY.items()},
            "days": state.get("days", DAYS),
        }
    return _foreign(dice, payloads.view_submission(_where(dice), view, state, f"t{number}"))


def _closed(dice: Random, _: int) -> Json:
    return _foreign(dice, payloads.view_closed(_where(dice), _view(dice)))


def _event(dice: Random, number: int) -> Json:
    where, said = _where(dice), _message(dice, number)
    inner = {**payloads.message_event(where, said), "type": dice.choice(("app_mention", "message", *EVENTS))}
    if dice.random() < 0.3:
        inner |= {
            "subtype": dice.choice(SUBTYPES),
            "message": _message(dice, number),
            "previous_message": said,
        }
    if inner["type"] not in {"app_mention", "message"}:
        inner |= {"item": {"channel": "C0OFFICE", "ts": "1.1"}, "links": [{"url": string(dice, FORGED)}]}
        inner |= {"tab": "home", "reaction": string(dice, FORGED), "tokens": {"bot": ["U0POLICYBOT"]}}
    shared = dice.random() < 0.2
    return _foreign(dice, payloads.event(inner, f"Ev{number:08d}", 1763900001, shared=shared))


def _other(dice: Random, number: int) -> Json:
    """Dress another interaction up as a kind that the bot does not use, or that nobody does."""
    real = dice.choice((_block_actions, _shortcut, _submission, _message_action))(dice, number)
    told = real | {
        "type": dice.choice(OTHERS),
        "callback_id": dice.choice((*SHORTCUTS, *VIEWS, _forged(dice))),
    }
    told |= {
        "action_id": dice.choice(ACTIONS),
        "block_id": "b",
        "value": _typed(dice),
        "challenge": _typed(dice),
    }
    told |= {"workflow_step": {"workflow_step_edit_id": "1", "inputs": {}, "step_id": _typed(dice)}}
    return told | {"submission": {"a": _typed(dice)}, "name": _typed(dice), "state": {"values": _state(dice)}}


DAYS = {"value": {"type": "static_select", "selected_option": {"value": "every"}}}
DAILY = {"at": "09:00", "zone": "Asia/Shanghai", "theme": ""}
MAKERS: dict[str, Callable[[Random, int], Json]] = {
    "command": _command,
    "block_actions": _block_actions,
    "message_action": _message_action,
    "shortcut": _shortcut,
    "view_submission": _submission,
    "view_closed": _closed,
    "event": _event,
    "other": _other,
}
