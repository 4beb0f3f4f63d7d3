"""Modals: opened at once, filled when the answer is there, and kept within Slack's hundred blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.button_values import kept_metadata
from handlers.rendering.buttons import SHARE
from handlers.slack_api.block_limits import VIEW_BLOCKS
from handlers.slack_api.literal_text import pages, plain_text
from handlers.slack_api.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handlers.replies import Replies
    from handlers.slack_api.message import Block, Message

RESULTS = "policy_results"
QUERY = "policy_query"
FIELD, WORDS = "policy_field", "policy_words"
NOTE = "policy_note"
RICH = ("rich_text", "rich_text_section", "rich_text_quote", "rich_text_list", "text")
STILL = (*RICH, "section", "actions", "button", "plain_text", "mrkdwn")  # all that we draw in a window
LITERAL = ("text", "plain_text")  # of them, those whose text is shown as it stands
MARKS = ("<", "://")  # of anything live in the others


def results_view(message: Message, replies: Replies, metadata: str = "", note: str = "") -> dict[str, Any]:
    """Make a modal that shows a message; `metadata` is where its buttons post to, `note` stands first."""
    said = list(say(note).blocks) if note else []
    return {
        "type": "modal",
        "callback_id": RESULTS,
        "title": plain_text(replies.modal_title),
        "close": plain_text(replies.close),
        "private_metadata": metadata,
        "blocks": [*said, *_unshared(_drawn(message))][:VIEW_BLOCKS],
    }


def _drawn(message: Message) -> Iterator[Block]:
    """Give the blocks of a message and of what goes on from it; a view has no text of its own."""
    for part in message.in_order():
        yield from part.blocks or (block for _, page in pages(part.text) for block in page)


def _unshared(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out the buttons that share to a channel: a modal stands in none."""
    for block in blocks:
        if block["type"] != "actions":
            yield block
        elif kept := [one for one in block["elements"] if one["action_id"] != SHARE]:
            yield {**block, "elements": kept}


def query_view(replies: Replies) -> dict[str, Any]:
    """Make the modal with the search field."""
    field = {"type": "plain_text_input", "action_id": WORDS, "focus_on_load": True, "max_length": 3000}
    return {
        "type": "modal",
        "callback_id": QUERY,
        "title": plain_text(replies.modal_title),
        "submit": plain_text(replies.submit),
        "close": plain_text(replies.close),
        "blocks": [
            {"type": "input", "block_id": FIELD, "label": plain_text(replies.field_label), "element": field}
        ],
    }


def looking(replies: Replies) -> dict[str, Any]:
    """Make the modal that stands there until the answer comes."""
    return results_view(say(replies.looking), replies)


def page_view(view: dict[str, Any], message: Message, replies: Replies) -> dict[str, Any]:
    """Make another page of a modal that is open."""
    return results_view(message, replies, kept_metadata(view))


def is_still(node: object) -> bool:
    """Whether a block that comes back can be one of ours: nothing in it pings, links or loads anything."""
    if isinstance(node, list):
        return all(map(is_still, node))
    if not isinstance(node, dict):
        return True
    kind = node.get("type", "text")
    # a button's value comes back to us, and is shown to nobody
    read = [text for name, text in node.items() if name != "value" and kind not in LITERAL]
    live = any(mark in text for text in read if isinstance(text, str) for mark in MARKS)
    return kind in STILL and not live and "url" not in node and all(map(is_still, node.values()))


def noted_view(view: dict[str, Any], note: str, replies: Replies) -> dict[str, Any]:
    """Make the modal that is open with a sentence at its top, in place of the last one that was said."""
    shown = (block for block in view.get("blocks") or () if block.get("block_id") != NOTE)
    blocks = [block for block in shown if is_still(block)]
    (said,) = say(note).blocks
    return {
        "type": "modal",
        "callback_id": RESULTS,
        "title": plain_text(replies.modal_title),
        "close": plain_text(replies.close),
        "private_metadata": kept_metadata(view),
        "blocks": [{**said, "block_id": NOTE}, *blocks][:VIEW_BLOCKS],
    }
