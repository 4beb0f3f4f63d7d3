"""The fields of a modal: what is typed becomes the value that Slack sends for that kind of field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.console.drawing import Control

Json = dict[str, Any]

TYPED = {
    "plain_text_input": "value",
    "timepicker": "selected_time",
    "datepicker": "selected_date",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "users_select": "selected_user",
    "number_input": "value",
}
ONE = ("static_select", "radio_buttons", "overflow")
SEVERAL = ("checkboxes", "multi_static_select")


def is_field(element: Mapping[str, Any]) -> bool:
    """Whether something is filled in rather than clicked."""
    return element["type"] in {*TYPED, *ONE, *SEVERAL}


def filled(element: Json, typed: str) -> Json:
    """Return the state of a field in which somebody typed this: text, or the numbers of options from 1.

    Raises ValueError where there is no such option.
    """
    kind = element["type"]
    if kind in TYPED:
        return {"type": kind, TYPED[kind]: typed or None}
    chosen = [_option(element, word) for word in typed.split()]
    if kind in SEVERAL:
        return {"type": kind, "selected_options": chosen}
    return {"type": kind, "selected_option": chosen[0] if chosen else None}


def untouched(element: Json) -> Json:
    """Return the state of a field as it was opened."""
    kind = element["type"]
    if kind in TYPED:
        initial = TYPED[kind].replace("selected", "initial")
        return {"type": kind, TYPED[kind]: element.get("initial_value" if initial == "value" else initial)}
    if kind in SEVERAL:
        return {"type": kind, "selected_options": element.get("initial_options", [])}
    return {"type": kind, "selected_option": element.get("initial_option")}


def state_of(controls: Iterable[Control], values: Mapping[tuple[str, str], Json]) -> Json:
    """Return `state.values` of a view: every field by its block and its action id, filled in or not."""
    state: Json = {}
    for control in controls:
        if is_field(control.element):
            action = control.element.get("action_id", "")
            value = values.get((control.block_id, action)) or untouched(control.element)
            state.setdefault(control.block_id, {})[action] = value
    return state


def missing(controls: Sequence[Control], state: Json) -> list[int]:
    """Return the numbers of the required fields that are empty; Slack's client submits none of them."""
    found = []
    for number, control in enumerate(controls, 1):
        if control.in_input and not control.optional:
            value = state[control.block_id][control.element.get("action_id", "")]
            if not any(kept for name, kept in value.items() if name != "type"):
                found.append(number)
    return found


def shown(value: Mapping[str, Any]) -> str:
    """Return a field's state as a reader sees it."""
    options = value.get("selected_options") or [value.get("selected_option")]
    if any(options):
        return "、".join(option["text"]["text"] for option in options if option)
    return str(value.get(TYPED.get(value["type"], "value")) or "")


def _option(element: Json, word: str) -> Json:
    """Find an option by its number from 1, its value or its text."""
    options: list[Json] = element.get("options", [])
    for number, option in enumerate(options, 1):
        if word in {str(number), option["value"], option["text"]["text"]}:
            return option
    message = f"there is no option {word!r} among {len(options)}"
    raise ValueError(message)
