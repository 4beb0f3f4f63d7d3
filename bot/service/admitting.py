"""Does Slack know the bot token? Asked once at the start, so that a wrong one is told before anybody waits."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError, SlackClientError

from bot.components import build_client
from corpus.errors import SettingsError, without_userinfo
from handlers.slack_api.error_words import DEAD_TOKEN

if TYPE_CHECKING:
    from bot.settings import Settings

LOGGER = logging.getLogger(__name__)


def admit(settings: Settings) -> None:
    """Raise SettingsError where Slack refuses the bot token; where it cannot be asked the log says so."""
    try:
        build_client(settings, settings.slack_bot_token).auth_test()
    except SlackApiError as error:
        word = str(error.response.get("error", ""))
        if word in DEAD_TOKEN:
            next_step = "copy it from OAuth & Permissions, or install the app again"
            raise SettingsError(
                f"Slack refuses it ({word})", which="SLACK_BOT_TOKEN", next_step=next_step
            ) from error
        LOGGER.warning("Slack does not say whether the bot token is good: %s", word)
    except (SlackClientError, OSError) as error:
        LOGGER.warning("Slack cannot be asked about the bot token: %s", without_userinfo(str(error)))
