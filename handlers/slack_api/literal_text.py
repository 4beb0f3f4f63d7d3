"""Words that come out as they stand: no markup, no emoji, no link, whatever characters are among them.

A `plain_text` object with `emoji` off and a text element of `rich_text` are literal; mrkdwn is not, even where
`&`, `<` and `>` are escaped: `_x_`, `~x~`, `*x*` and `` `x` `` lose their marks, and `:smile:` becomes a picture
(docs.slack.dev/reference/block-kit/composition-objects/text-object).
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from handlers.incoming.mrkdwn import unescape

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = (
    1_600  # characters of one block and of one message: under 12,000 of JSON, as Slack may count \u escapes
)
COST = 9_600  # characters of JSON that these may come to
_REFERENCE = re.compile(r"<([@#])([A-Z0-9]+)>")  # a person or a channel that we named; all else is escaped
_KINDS = {"@": ("user", "user_id"), "#": ("channel", "channel_id")}


def pages(text: str) -> Iterator[tuple[str, tuple[dict[str, Any], ...]]]:
    """Cut a message's text (escaped) into what one message holds each; give each page's text and its blocks."""
    page: list[str] = []
    for line in (piece for whole in text.split("\n") for piece in _pieces(whole)):
        longer = "\n".join([*page, line])
        if page and (len(longer) > PIECE or cost(longer) > COST):
            yield "\n".join(page), blocks("\n".join(page))
            page = []
        page.append(line)
    yield "\n".join(page), blocks("\n".join(page))


def blocks(text: str) -> tuple[dict[str, Any], ...]:
    """Draw a text (escaped) as it stands; only the people and channels in it that we named are live."""
    drawn: list[dict[str, Any]] = []
    lines: list[str] = []

    def flush() -> None:
        if words := unescape("\n".join(lines)).strip("\n"):
            drawn.append(section(words))
        lines.clear()

    for line in text.split("\n"):
        if _REFERENCE.search(line):
            flush()
            drawn.append(_naming(line))
        else:
            lines.append(line)
    flush()
    return tuple(drawn) or (section("…"),)


def section(words: str) -> dict[str, Any]:
    """Draw words of at most 3,000 characters literally."""
    return {"type": "section", "text": plain_text(words)}


def plain_text(text: str) -> dict[str, Any]:
    """Return a text object that is shown as it stands, for titles, labels, buttons and sections."""
    return {"type": "plain_text", "text": text, "emoji": False}


def cost(text: str) -> int:
    r"""Return the length of a text in JSON with \u escapes, the longest form in which Slack may count it."""
    return len(json.dumps(text)) - 2


def _pieces(line: str) -> Iterator[str]:
    """Cut a line that no message holds; an entity stays whole."""
    while len(line) > PIECE or cost(line) > COST:
        end = min(PIECE, len(line))
        while cost(line[:end]) > COST:
            end = end * 4 // 5
        mark = line.rfind("&", max(1, end - 5), end)
        end = mark if mark > 0 and ";" not in line[mark:end] else end
        yield line[:end]
        line = line[end:]
    yield line


def _naming(line: str) -> dict[str, Any]:
    """Draw a line with people or channels in it."""
    leaves: list[dict[str, Any]] = []
    last = 0
    for found in _REFERENCE.finditer(line):
        leaves += _words(line[last : found.start()])
        kind, field = _KINDS[found[1]]
        leaves.append({"type": kind, field: found[2]})
        last = found.end()
    leaves += _words(line[last:])
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": leaves}]}


def _words(text: str) -> list[dict[str, Any]]:
    return [{"type": "text", "text": unescape(text)}] if text else []
