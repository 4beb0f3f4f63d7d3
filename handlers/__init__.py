"""Slack is answered here: listeners over rendering over its API; and `answering`, which knows no Slack."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from slack_bolt import App

    from handlers.context import AppContext


def register(app: App, context: AppContext) -> None:
    """Put every listener on the app; what is left over is only acknowledged."""
    # `import handlers.answering` must not load Slack's libraries, so the listeners are imported here
    from handlers.listeners import (
        card_buttons,
        catch_all,
        conversation,
        daily_listeners,
        failures,
        greeting,
        messages,
        paging,
        policy_command,
        sharing,
        shortcuts,
        thread_posts,
    )

    first = (failures, policy_command, paging, sharing, card_buttons, conversation, messages, shortcuts)
    for listener in (*first, thread_posts, greeting, daily_listeners):
        listener.register(app, context)
    catch_all.register(app)
