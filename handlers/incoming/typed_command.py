"""A sub-command as it came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from handlers.incoming.request import Request


@dataclass(frozen=True, slots=True)
class TypedCommand:
    """Who asked, what stands behind the sub-command's word, and the client to ask Slack with."""

    request: Request
    rest: str
    client: WebClient
