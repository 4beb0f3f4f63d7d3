"""What nobody listens to is acknowledged: Slack counts a 404 as a failure and sends an event again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from slack_bolt import Ack, App

ANYTHING = re.compile(".*", re.DOTALL)


def register(app: App) -> None:
    """Take everything that is left over; to be registered last."""
    app.event(ANYTHING)(acknowledge)
    app.action(ANYTHING)(acknowledge)
    app.shortcut(ANYTHING)(acknowledge)
    app.view(ANYTHING)(acknowledge)
    app.view_closed(ANYTHING)(acknowledge)
    app.command(ANYTHING)(acknowledge)
    # nobody listening, Bolt would log what was typed into a menu
    app.options(ANYTHING)(acknowledge)


def acknowledge(ack: Ack) -> None:
    """Do nothing but acknowledge."""
    ack()
