"""The check of what stands inside blocks: buttons, inputs, menus and rich text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.button_values import VALUE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BUTTON_TEXT = 75
ACTION_ID = 255
OPTIONS = 100
OPTION_TEXT = 75
OPTION_VALUE = 150
OVERFLOW = 5
PLACEHOLDER = 150
RICH_PARTS = ("rich_text_section", "rich_text_quote", "rich_text_list", "rich_text_preformatted")
RICH_LEAVES = ("text", "link", "user", "channel", "emoji", "usergroup", "broadcast", "date")


def element_problems(element: Mapping[str, Any]) -> Iterator[str]:
    """Name everything in a button, an input, a menu or a rich_text block that Slack would refuse."""
    kind = element.get("type")
    if kind == "rich_text":
        yield from _rich_text(element)
        return
    if len(element.get("action_id", "")) > ACTION_ID:
        yield f"action_id of {len(element['action_id'])} characters"
    if kind == "button":
        yield from _button(element)
    elif kind in {"overflow", "static_select", "radio_buttons", "checkboxes"}:
        yield from _options(element)
    elif kind == "plain_text_input":
        if len(element.get("placeholder", {}).get("text", "")) > PLACEHOLDER:
            yield "placeholder is too long"
    else:
        yield f"element {kind} is unknown here"


def _button(button: Mapping[str, Any]) -> Iterator[str]:
    label = button["text"].get("text", "")
    if not 1 <= len(label) <= BUTTON_TEXT:
        yield f"button text of {len(label)} characters"
    if button["text"].get("type") != "plain_text":
        yield "a button's text is plain text"
    if not button.get("action_id"):
        yield "a button needs an action_id"
    if len(button.get("value", "")) > VALUE:
        yield f"button value of {len(button['value'])} characters"
    if button.get("style", "primary") not in {"primary", "danger"}:
        yield f"button style {button['style']} is unknown"


def _options(menu: Mapping[str, Any]) -> Iterator[str]:
    options = menu.get("options", ())
    most = OVERFLOW if menu["type"] == "overflow" else OPTIONS
    if not 1 <= len(options) <= most:
        yield f"{len(options)} options, 1 to {most} are allowed"
    for option in options:
        if not 1 <= len(option["text"]["text"]) <= OPTION_TEXT:
            yield f"option text of {len(option['text']['text'])} characters"
        if not 1 <= len(option["value"]) <= OPTION_VALUE:
            yield f"option value of {len(option['value'])} characters"


def _rich_text(block: Mapping[str, Any]) -> Iterator[str]:
    if not block.get("elements"):
        yield "rich_text without elements"
    for part in block.get("elements", ()):
        if part.get("type") not in RICH_PARTS:
            yield f"rich_text part {part.get('type')} is unknown"
        elif part["type"] == "rich_text_list":
            yield from _rich_text(part)
        elif not part.get("elements"):
            yield f"{part['type']} without elements"
        else:
            yield from _leaves(part)


def _leaves(part: Mapping[str, Any]) -> Iterator[str]:
    for leaf in part["elements"]:
        if leaf.get("type") not in RICH_LEAVES:
            yield f"rich_text element {leaf.get('type')} is unknown"
        elif leaf["type"] == "text" and not leaf.get("text"):
            yield "a text element is empty"
        elif leaf["type"] != "text" and part["type"] == "rich_text_quote":
            yield f"{leaf['type']} inside a quotation"
