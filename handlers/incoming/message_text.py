"""What a message says in its writer's own words: without code, links, quotations and mentions."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from handlers.incoming.mrkdwn import unescape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]+`", re.DOTALL)
_QUOTED = re.compile(r"^[ \t]*(?:&gt;&gt;&gt;.*|(?:&gt;|>)[^\n]*)", re.MULTILINE)
_ALL_QUOTED = re.compile(r"^[ \t]*&gt;&gt;&gt;.*", re.MULTILINE | re.DOTALL)
_REFERENCE = re.compile(r"<[^<>\n]*>")
# an address that Slack did not mark up: its path may hold Chinese, and ends at a blank or a mark of a sentence
_ADDRESS = re.compile(
    r"(?:https?://|\b(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}/)[^\s<>，。；：！？、“”‘’（）《》【】]*",
    re.IGNORECASE,
)
_PERSON = re.compile(r"<@[UW][A-Z0-9]*(?:\|[^<>]*)?>")
LEFT_OUT = "\n"  # where something was taken out, two words must not grow together
# what holds words in blocks, attachments and files, by itself or in an object of its own
# as docs.slack.dev shows them under block-kit/blocks and under secondary message attachments
READ = (
    *(
        "pretext",
        "author_name",
        "title",
        "subtitle",
        "text",
        "body",
        "value",
        "description",
        "alt_text",
        "caption",
    ),
    *(
        "footer",
        "fallback",
        "elements",
        "fields",
        "blocks",
        "rows",
        "accessory",
        "hero_image",
        "label",
        "hint",
    ),
    *("message_blocks", "message"),
)
VALUES = (
    "button",
    "static_select",
    "overflow",
    "checkboxes",
    "radio_buttons",
    "option",
)  # whose value nobody sees
RUNS = ("text", "link")  # the leaves of rich text that are read as one
LONGEST = 40_000  # characters of a message that are read: all that Slack takes (chat.postMessage, text)
PARTS = 500  # texts in its blocks and attachments that are read
DEEPEST = 24  # levels of blocks within blocks that are looked into


def own_words(text: str) -> str:
    """Return what may be spotted in a message: no code, no link, no quotation, no reference."""
    for pattern in (_CODE, _ALL_QUOTED, _QUOTED, _REFERENCE, _ADDRESS):
        text = pattern.sub(LEFT_OUT, text)
    return unescape(text).strip()


def asked_words(text: str) -> str:
    """Return what a mention or a direct message asks: everything but the people it names."""
    return " ".join(unescape(_PERSON.sub(" ", text)).split())


def names_user(text: str, user: str) -> bool:
    """Whether a message mentions this user."""
    return bool(user) and (f"<@{user}>" in text or f"<@{user}|" in text)


def whole_text(message: Mapping[str, Any]) -> str:
    """Return all that can be read in a message, also one of a bot that has only blocks or attachments."""
    said = unescape(message.get("text") or "")[:LONGEST]
    held = (message.get(name) for name in ("blocks", "attachments", "files"))
    parts = chain([said], (text for one in held for text in _texts(one, 0)))
    kept: list[str] = []
    room = LONGEST
    for part in (part.strip() for part in islice(parts, PARTS)):
        # a message's text usually repeats its blocks
        if part and not any(part in other for other in kept):
            kept.append(part[:room])
            room -= len(part)
            if room <= 0:
                break
    return "\n".join(kept)


def _texts(node: object, depth: int) -> Iterator[str]:
    """Walk blocks and attachments for the texts in them."""
    if depth > DEEPEST:
        return
    if isinstance(node, dict):
        for name in READ:
            held = node.get(name)
            if isinstance(held, str) and not (name == "value" and node.get("type") in VALUES):
                yield unescape(held)
            else:
                yield from _texts(held, depth + 1)
    elif isinstance(node, list):
        runs = [child for child in node if _is_run(child)]
        yield "".join(str(run.get("text") or run.get("url") or "") for run in runs)
        for child in (child for child in node if not _is_run(child)):
            yield from _texts(child, depth + 1)


def _is_run(node: object) -> bool:
    """Return whether a node is a leaf of rich text that is read as one with those beside it."""
    return isinstance(node, dict) and node.get("type") in RUNS
