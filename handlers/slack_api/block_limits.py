"""What Slack takes, and a check of a message or view against it (docs.slack.dev/reference/block-kit)."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from handlers.slack_api.block_elements import element_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_JSON = 12_000  # msg_blocks_too_long was seen near 13,200 (slackapi/bolt-js#2509); this leaves room
MESSAGE_TEXT = 4_000  # over these msg_too_long was seen; Slack advises it (chat.postMessage, text)
SECTION_TEXT = 3_000
FIELD_TEXT = 2_000
FIELDS = 10
HEADER_TEXT = 150
CONTEXT_ELEMENTS = 10
ACTIONS = 25
BLOCK_ID = 255
VIEW_TITLE = 24
PRIVATE_METADATA = 3_000
INPUT_LABEL = 2_000
RESPONSE_TYPES = ("ephemeral", "in_channel")
BLOCK_TYPES = ("rich_text", "section", "header", "context", "actions", "divider", "input")


def json_length(blocks: Sequence[Mapping[str, Any]]) -> int:
    r"""Length of the blocks as JSON with \u escapes, the longest form in which Slack may count them."""
    return len(json.dumps(list(blocks), separators=(",", ":")))


def fits(blocks: Sequence[Mapping[str, Any]]) -> bool:
    """Whether these blocks go into one message."""
    return len(blocks) <= MESSAGE_BLOCKS and json_length(blocks) <= MESSAGE_JSON


def problems(message: Mapping[str, Any]) -> list[str]:
    """Name everything in a message or view that Slack would refuse; an empty list means that it is valid."""
    blocks = message.get("blocks", ())
    if message.get("type") in {"modal", "home"}:
        found = list(_view_problems(message))
    else:
        found = list(_message_problems(message, blocks))
    for number, block in enumerate(blocks):
        found += [f"block {number}: {problem}" for problem in _block_problems(block)]
    repeated = [
        key for key, count in Counter(b["block_id"] for b in blocks if "block_id" in b).items() if count > 1
    ]
    return [*found, *(f"block_id {key} stands more than once" for key in repeated)]


def too_long(name: str, text: object, limit: int, *, least: int = 1) -> Iterator[str]:
    """Say that `text` is no string of `least` to `limit` characters."""
    if not isinstance(text, str):
        yield f"{name} is no text"
    elif not least <= len(text) <= limit:
        yield f"{name} has {len(text)} characters, {least} to {limit} are allowed"


def _message_problems(message: Mapping[str, Any], blocks: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield from too_long("text", message.get("text"), MESSAGE_TEXT)
    if message.get("response_type", "ephemeral") not in RESPONSE_TYPES:
        yield f"response_type {message['response_type']} is unknown"
    if len(blocks) > MESSAGE_BLOCKS:
        yield f"{len(blocks)} blocks, {MESSAGE_BLOCKS} are allowed"
    if json_length(blocks) > MESSAGE_JSON:
        yield f"{json_length(blocks)} characters of block JSON, {MESSAGE_JSON} are allowed"


def _view_problems(view: Mapping[str, Any]) -> Iterator[str]:
    blocks = view.get("blocks", ())
    if not 1 <= len(blocks) <= VIEW_BLOCKS:
        yield f"{len(blocks)} blocks, 1 to {VIEW_BLOCKS} are allowed"
    for name in ("title", "submit", "close"):
        if name in view:
            yield from too_long(name, view[name].get("text"), VIEW_TITLE)
    if view["type"] == "modal" and "title" not in view:
        yield "a modal needs a title"
    if "submit" not in view and any(block.get("type") == "input" for block in blocks):
        yield "a view with an input needs a submit"
    yield from too_long("private_metadata", view.get("private_metadata", ""), PRIVATE_METADATA, least=0)
    yield from too_long("callback_id", view.get("callback_id", ""), BLOCK_ID, least=0)


def _block_problems(block: Mapping[str, Any]) -> Iterator[str]:
    kind = block.get("type")
    if kind not in BLOCK_TYPES:
        yield f"type {kind} is unknown here"
        return
    yield from too_long("block_id", block.get("block_id", ""), BLOCK_ID, least=0)
    checks = {
        "section": _section,
        "header": _header,
        "context": _context,
        "actions": _actions,
        "input": _input,
    }
    if kind in checks:
        yield from checks[kind](block)
    elif kind == "rich_text":
        yield from element_problems(block)


def _section(block: Mapping[str, Any]) -> Iterator[str]:
    if "text" not in block and not block.get("fields"):
        yield "a section needs text or fields"
    if "text" in block:
        yield from too_long("section text", block["text"].get("text"), SECTION_TEXT)
    if len(block.get("fields", ())) > FIELDS:
        yield f"{len(block['fields'])} fields, {FIELDS} are allowed"
    for field in block.get("fields", ()):
        yield from too_long("field", field.get("text"), FIELD_TEXT)
    if "accessory" in block:
        yield from element_problems(block["accessory"])


def _header(block: Mapping[str, Any]) -> Iterator[str]:
    yield from too_long("header", block["text"].get("text"), HEADER_TEXT)
    if block["text"].get("type") != "plain_text":
        yield "a header is plain text"


def _context(block: Mapping[str, Any]) -> Iterator[str]:
    if not 1 <= len(block.get("elements", ())) <= CONTEXT_ELEMENTS:
        yield f"{len(block.get('elements', ()))} context elements, 1 to {CONTEXT_ELEMENTS} are allowed"


def _actions(block: Mapping[str, Any]) -> Iterator[str]:
    elements = block.get("elements", ())
    if not 1 <= len(elements) <= ACTIONS:
        yield f"{len(elements)} actions, 1 to {ACTIONS} are allowed"
    ids = [element.get("action_id") for element in elements]
    if len(set(ids)) != len(ids):
        yield "an action_id stands twice in one block"
    for element in elements:
        yield from element_problems(element)


def _input(block: Mapping[str, Any]) -> Iterator[str]:
    yield from too_long("label", block["label"].get("text"), INPUT_LABEL)
    yield from element_problems(block["element"])
