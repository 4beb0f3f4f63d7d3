"""A message on its way out: the blocks that are drawn and the plain text that stands for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """What is said. `text` is live mrkdwn, already escaped, and tells all that the blocks show.

    It is what notifications and screen readers read, and what goes out where Slack refuses the blocks.
    """

    text: str
    blocks: tuple[Block, ...] = ()

    def body(self) -> dict[str, Any]:
        """Return the fields that every way of sending takes."""
        body: dict[str, Any] = {"text": self.text, "unfurl_links": False, "unfurl_media": False}
        return body | {"blocks": list(self.blocks)} if self.blocks else body

    def private(self, *, replace: bool = False) -> dict[str, Any]:
        """Return the body of an answer that one person sees; `replace` puts it in the clicked one's place."""
        body = self.body() | {"response_type": "ephemeral"}
        return body | {"replace_original": True} if replace else body | {"replace_original": False}

    def plain(self) -> Message:
        """Return the same message without its blocks."""
        return Message(self.text)
