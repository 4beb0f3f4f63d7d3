"""Slack's own spelling of text: taken off what users send, put on what we send."""

from __future__ import annotations

import re

# people, channels, groups and links, as <@U1|name>, <#C1|name>, <!here>, <https://…|label>; see
# docs.slack.dev/messaging/formatting-message-text
_REFERENCE = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")


def unescape(text: str) -> str:
    """Return the words a user typed: references become their names, entities their characters, once."""
    return _entities(_REFERENCE.sub(_named, text))


def escape(text: str) -> str:
    """Make `text` safe as mrkdwn: nothing in it can become a mention, a link or a quotation."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def one_line(text: str, limit: int = 80) -> str:
    """Return `text` on one line, at most `limit` characters of it, with an ellipsis where it was cut."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def _named(reference: re.Match[str]) -> str:
    sign, target, label = reference.groups()
    if not sign:
        return label or target
    name = label or target.partition("^")[0]
    return name if name.startswith(("@", "#")) else f"{'#' if sign == '#' else '@'}{name}"


def _entities(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
