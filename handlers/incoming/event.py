"""What Slack tells of a message: who wrote it, where, and whether it is any of our business."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from handlers.incoming.own import bot_of, team_of

if TYPE_CHECKING:
    from collections.abc import Mapping

# subtypes that are still somebody's own new words (docs.slack.dev/reference/events/message)
SLACKBOT = "USLACKBOT"  # speaks without a bot_id
SPOKEN = ("", "thread_broadcast", "file_share", "me_message")


@dataclass(frozen=True, slots=True)
class Event:
    """One message or mention. `thread` is the thread it stands in, or would open; `bot` is our own user."""

    team: str
    channel: str
    user: str
    ts: str
    thread: str
    text: str
    id: str
    in_thread: bool
    foreign: bool
    shared: bool
    bot: str = ""

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> Event:
        """Read the envelope of an event (docs.slack.dev/apis/events-api)."""
        event = body["event"]
        ts = event.get("ts") or event.get("event_ts") or ""
        return cls(
            team=team_of(body),
            channel=event.get("channel") or "",
            user=event.get("user") or "",
            ts=ts,
            thread=event.get("thread_ts") or ts,
            text=event.get("text") or "",
            id=body.get("event_id") or "",
            in_thread=bool(event.get("thread_ts")),
            foreign=_is_foreign(event),
            shared=bool(body.get("is_ext_shared_channel")),
            bot=bot_of(body),
        )

    def claims(self) -> tuple[str, ...]:
        """Return the claims to make before answering: on the delivery, and on the message itself.

        Slack delivers again, and it tells of one posting twice (app_mention and message) under two ids.
        """
        place = f"{self.team}:{self.channel}"
        said = f"said:{place}:{self.ts}"
        return (f"event:{self.team}:{self.id}", said) if self.id else (said,)


def _is_foreign(event: Mapping[str, Any]) -> bool:
    """Whether it is a bot's message, an edit, or no message of a person at all."""
    return bool(
        event.get("bot_id")
        or event.get("bot_profile")
        or event.get("edited")
        or event.get("hidden")
        # the values are a stranger's: what is no text is no member of a set either
        or str(event.get("subtype") or "") not in SPOKEN
        or str(event.get("user") or "") in {"", SLACKBOT}
    )
