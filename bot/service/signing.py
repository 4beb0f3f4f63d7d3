"""Who sent a request: Slack's signature over the bytes as they came (docs.slack.dev, verifying requests).

slack_sdk's own verifier decodes a body before it looks at the signature; here nothing reads what is not signed.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.wall_clock import now as wall_now

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

TIMESTAMP, SIGNATURE = "HTTP_X_SLACK_REQUEST_TIMESTAMP", "HTTP_X_SLACK_SIGNATURE"  # as WSGI names headers
TOLERANCE = 300  # seconds that a time stamp may lie off: Slack's five minutes
_STAMP = re.compile(r"[0-9]{1,12}")
_DIGEST = re.compile(r"v0=[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Signing:
    """Checks signatures made with one signing secret; without a secret none holds. `now` is the clock."""

    secret: str
    now: Callable[[], datetime] = wall_now

    def may_hold(self, stamp: str, signature: str) -> bool:
        """Whether the two headers have the form, and the time stamp the age, of a request of Slack's."""
        if not (self.secret and _STAMP.fullmatch(stamp) and _DIGEST.fullmatch(signature)):
            return False
        return abs(self.now().timestamp() - int(stamp)) <= TOLERANCE

    def holds(self, stamp: str, signature: str, body: bytes) -> bool:
        """Whether Slack signed these bytes within the last five minutes; takes the same time right or wrong."""
        if not self.may_hold(stamp, signature):
            return False
        signed = hmac.new(self.secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256)
        return hmac.compare_digest(f"v0={signed.hexdigest()}", signature)
