"""A message on its way out: the blocks that are drawn and the plain text that stands for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from handlers.incoming.mrkdwn import escape
from handlers.slack_api.literal_text import pages

if TYPE_CHECKING:
    from collections.abc import Iterator

Block = dict[str, Any]

NOTIFIED = 3_000  # characters of `text` beside blocks; Slack advises under 4,000 (chat.postMessage, text)
CODES = 8  # that a shortened text still names
_CODE = re.compile(r"\u3014[0-9a-z]{4}-[0-9a-z]{4}\u3015")
_HALF = re.compile(r"(?:&[a-z]{0,3}|<[^<>]*)\Z")  # an entity or a reference that a cut went through


@dataclass(frozen=True, slots=True)
class Message:
    """What is said. `text` tells all that the blocks show, with `&`, `<` and `>` escaped.

    It is what notifications and screen readers read. `more` are the messages that go on where this one ends:
    a passage that no single message holds.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    more: tuple[Message, ...] = ()

    def in_order(self) -> Iterator[Message]:
        """Give this message and all that go on from it."""
        yield Message(self.text, self.blocks)
        for one in self.more:
            yield from one.in_order()

    def followed_by(self, *others: Message) -> Message:
        """Return this message with further ones that go on from it."""
        return Message(self.text, self.blocks, (*self.more, *others))

    def body(self) -> dict[str, Any]:
        """Return the fields that every way of sending takes, of this message alone.

        Markup is off, as `text` may hold anybody's words (docs.slack.dev/reference/messaging/payload, mrkdwn).
        """
        text = notification(self.text) if self.blocks else self.text
        body: dict[str, Any] = {"text": text, "mrkdwn": False, "unfurl_links": False, "unfurl_media": False}
        return body | {"blocks": list(self.blocks)} if self.blocks else body

    def private(self, *, replace: bool = False) -> dict[str, Any]:
        """Return the body of an answer that one person sees; `replace` puts it in the clicked one's place."""
        body = self.body() | {"response_type": "ephemeral"}
        return body | {"replace_original": True} if replace else body | {"replace_original": False}

    def plain(self) -> Message:
        """Return the same words, character by character, in the plainest blocks there are.

        Text without blocks would be no such thing: Slack turns `:smile:` in it into a picture whatever is asked.
        """
        drawn = [page for one in self.in_order() for page in pages(one.text)]
        first, *rest = (Message(text, blocks) for text, blocks in drawn)
        return Message(first.text, first.blocks, tuple(rest))

    def forms(self) -> Iterator[tuple[Message, ...]]:
        """Give the ways to say this message alone, the best first: as drawn, plainly, without any blocks.

        Each is one message or several in a row; the next one is for when Slack refuses the blocks of the first.
        """
        yield (Message(self.text, self.blocks),)
        if self.blocks:
            plainly = tuple(Message(self.text).plain().in_order())
            yield plainly
            yield tuple(Message(one.text) for one in plainly)


def notification(text: str) -> str:
    """Return a text that stands beside blocks: cut where it is long, with the codes of what it quotes."""
    if len(text) <= NOTIFIED:
        return text
    codes = "".join([*dict.fromkeys(_CODE.findall(text))][:CODES])
    return f"{_HALF.sub('', text[: NOTIFIED - len(codes) - 1])}…{codes}"


def say(text: str) -> Message:
    """Return one sentence of the catalogue as a message."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return Message(escape(text), ({"type": "rich_text", "elements": [section]},))
