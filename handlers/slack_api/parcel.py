"""One message on its way to Slack, as a value that can be kept: what, to whom, and until when it is of use."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from dataclasses import replace as replace_fields
from typing import Any, Literal

from handlers.slack_api.message import Message

Way = Literal["post", "whisper", "reply"]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message to a channel (`post`), to one member of it (`whisper`), or back to who asked (`reply`).

    `url` is a response_url: where a reply goes, or a whisper that is refused, and where it is told how a share
    went, whose words are `done` and `invite`; `asked` is the thread where it was clicked. `claim` is given back
    where Slack plainly refused. `until` is an ISO instant. With `begun` the message is the rest of one whose
    beginning stands there.
    """

    way: Way
    message: Message
    team: str
    channel: str
    user: str
    until: str
    thread: str = ""
    url: str = ""
    replace: bool = False
    claim: str = ""
    done: str = ""
    invite: str = ""
    asked: str = ""
    begun: bool = False

    def without(self, message: Message) -> Parcel:
        """Return what is left of it once its beginning has gone out."""
        return replace_fields(self, message=message, replace=False, begun=True)

    @property
    def lane(self) -> str:
        """What it keeps its order with: the channel, or for a private answer the person."""
        return self.channel if self.way == "post" else self.url or f"{self.channel}:{self.user}"

    def written(self) -> str:
        """Write it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> Parcel:
        """Read what was written; ValueError, KeyError or TypeError where it is none of ours."""
        told: dict[str, Any] = json.loads(text)
        return cls(message=_message(told.pop("message")), **told)


def _message(told: dict[str, Any]) -> Message:
    """Read a message with all that goes on from it."""
    return Message(told["text"], tuple(told["blocks"]), tuple(map(_message, told["more"])))
