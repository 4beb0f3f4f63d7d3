"""The three buttons under a passage: another one, read in context, cite."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.rendering.buttons import button

if TYPE_CHECKING:
    from handlers.replies_daily import DailyReplies
    from handlers.slack_api.message import Block

ANOTHER = "policy_another"
CONTEXT = "policy_context"
CITE = "policy_cite"
_PLACE = re.compile(r"d1\|([0-9a-z-]{1,20})\|(\d{1,7})-(\d{1,7})")


@dataclass(frozen=True, slots=True)
class QuoteRef:
    """Which words a button belongs to: a range in the section with this code."""

    code: str
    start: int
    end: int

    def value(self) -> str:
        """Write it as a button's value."""
        return f"d1|{self.code}|{self.start}-{self.end}"

    @classmethod
    def read(cls, value: str) -> QuoteRef | None:
        """Read a button's value, which is a stranger's input; None where it is not one of ours."""
        found = _PLACE.fullmatch(value)
        return cls(found[1], int(found[2]), int(found[3])) if found else None


def actions(code: str, start: int, end: int, said: DailyReplies) -> list[Block]:
    """Draw the buttons for the words from `start` to `end` of the section with this code."""
    value = QuoteRef(code, start, end).value()
    return [
        button(said.another, ANOTHER, value),
        button(said.context, CONTEXT, value),
        button(said.cite, CITE, value),
    ]
