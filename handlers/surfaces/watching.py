"""Watched initiatives: told of by direct message when a version of an article names one, or no longer does."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from handlers.drawing.notices import watch_notice
from handlers.sending.posting import post

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from db.watches import Bundle
    from handlers.parts import Parts
    from handlers.sending.message import Message

LOGGER = logging.getLogger(__name__)
HELD_BACK = "ratelimited"  # the one refusal that says: later


class Watching:
    """Tells the store's news of watched names; any process may run it, and several at once.

    News younger than `quiet` waits, so that an import of many articles becomes one message and not many.
    With `team` only the watchers of that workspace are told.
    """

    def __init__(self, parts: Parts, quiet: timedelta = timedelta(0), team: str = "") -> None:
        self._parts, self._quiet, self._team = parts, quiet, team

    def run_once(self, client: WebClient) -> int:
        """Tell what there is to tell; return how many messages went out.

        A bundle of news is claimed before it is sent: two processes never tell the same, and one that Slack
        refuses, or of which no answer comes, is not told again. What Slack only holds back is given back.
        """
        watches = self._parts.store.watches
        ready = (bundle for bundle in watches.pending() if self._is_ready(bundle))
        return sum(self._tell(bundle, client) for bundle in ready if watches.claim(bundle))

    def _is_ready(self, bundle: Bundle) -> bool:
        """Whether it is for us to tell, and all of it has come in."""
        settled = datetime.fromisoformat(bundle.news[-1].at) <= self._parts.now() - self._quiet
        return settled and self._team in {"", bundle.team}

    def _tell(self, bundle: Bundle, client: WebClient) -> int:
        message = self._message(bundle)
        if message is None:
            return 0
        try:
            post(client, bundle.user, message)
        except SlackApiError as error:
            cause = error.response.get("error")
            LOGGER.warning("a watcher cannot be told: %s", cause)
            if cause == HELD_BACK:
                self._parts.store.watches.release(bundle)
            return 0
        except OSError as error:
            LOGGER.warning("it is unclear whether a watcher was told: %s", error)
            return 0
        return 1

    def _message(self, bundle: Bundle) -> Message | None:
        """Say what came of it all; None where one piece of news undid another."""
        named, dropped = _outcome(bundle)
        articles, lookup = self._parts.store.articles, self._parts.lookup
        ways = self._parts.store.watches.ways(bundle.name)
        found = [quoted for article in named if (quoted := lookup.first_in(article, ways))]
        gone = [articles.get(article) for article in dropped]
        if not found and not gone:
            return None
        return watch_notice(bundle.name, found, gone, self._parts.replies)


def _outcome(bundle: Bundle) -> tuple[list[str], list[str]]:
    """Return the articles that name it since, and those that do so no more; what was undone is in neither."""
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for one in bundle.news:
        first.setdefault(one.article, one.kind)
        last[one.article] = one.kind
    stays = [article for article in last if first[article] == last[article]]
    return (
        [article for article in stays if last[article] == "named"],
        [article for article in stays if last[article] == "dropped"],
    )
