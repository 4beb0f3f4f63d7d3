"""The way back to the one who asked: in the acknowledgement, over the response_url, or as a message.

An answer that is at hand in time travels in the acknowledgement of a slash command. A later one goes into the
thread in which it was asked, where that was one, else to the response_url (5 uses in 30 minutes,
docs.slack.dev/interactivity/handling-user-interaction); where that is used up or gone, to the person's direct
messages. Everything here is private to who asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.incoming.received import answered

if TYPE_CHECKING:
    from types import TracebackType

    from slack_sdk import WebClient

    from handlers.incoming.request import Request
    from handlers.slack_api.message import Message
    from handlers.slack_api.outgoing import Outgoing
    from handlers.slack_api.prompt_ack import PromptAck


class Replying:
    """One request's way back, as a context: when it is left, the request has been acknowledged."""

    def __init__(self, ack: PromptAck, request: Request, client: WebClient, outgoing: Outgoing) -> None:
        self._ack, self._request, self._client, self._outgoing = ack, request, client, outgoing

    def __enter__(self) -> Replying:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ack()

    def send(self, message: Message, *, replace: bool = False) -> None:
        """Say `message` to the one who asked; with `replace` in place of the message that was clicked."""
        # of several messages none goes with the acknowledgement: it might come after the second
        if not replace and not message.more and self._ack.offer(text=message.private()):
            answered()
            return
        self._ack()
        self._outgoing.reply(self._client, self._request, message, replace=replace)
