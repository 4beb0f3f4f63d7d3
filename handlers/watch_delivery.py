"""Watched initiatives: told of by direct message when a version of an article names one, or no longer does."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from handlers.rendering.watch_notices import watch_notice
from handlers.slack_api.error_words import SHUT, about
from handlers.slack_api.posting import held_back, post

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

    from db.watches import Bundle
    from handlers.context import AppContext
    from handlers.slack_api.message import Message

LOGGER = logging.getLogger(__name__)
PAUSE = timedelta(minutes=5)  # until a workspace is tried again in which Slack refuses every call


class WatchDelivery:
    """Tells the store's news of watched names; any process may run it, and several at once.

    News younger than `quiet` waits, so that an import of many articles becomes one message and not many.
    `team` returns the workspace whose watchers are told; nobody is while that is not known yet (empty).
    """

    def __init__(self, context: AppContext, team: Callable[[], str], quiet: timedelta = timedelta(0)) -> None:
        self._context, self._team, self._quiet = context, team, quiet
        self._until: datetime | None = None  # Slack refuses the whole workspace, or asks to wait

    def run_once(self, client: WebClient) -> int:
        """Tell what there is to tell; return how many messages went out.

        A bundle of news is claimed before it is sent: two processes never tell the same, and one that Slack
        refuses, or of which no answer comes, is not told again. What Slack only holds back is given back, and
        what it refuses to the whole workspace ends the run: the token says nothing about a watcher.
        """
        watches, team = self._context.store.watches, self._team()
        ready = (one for one in watches.pending() if one.team == team and self._is_ready(one))
        told = 0
        if self._until is not None and self._context.now() < self._until:
            return told
        for bundle in ready:
            if watches.claim(bundle):
                outcome = self._tell(bundle, client)
                if outcome is None:
                    break
                told += outcome
        return told

    def _is_ready(self, bundle: Bundle) -> bool:
        """Whether all of it has come in."""
        return datetime.fromisoformat(bundle.news[-1].at) <= self._context.now() - self._quiet

    def _tell(self, bundle: Bundle, client: WebClient) -> int | None:
        """Return how many messages went out; None where no other would either."""
        message = self._message(bundle)
        if message is None:
            return 0
        try:
            post(client, bundle.user, message)
        except SlackApiError as error:
            wait = held_back(error)
            if wait is not None:
                self._hold(bundle, wait)
                return None
            return self._refused(bundle, str(error.response.get("error") or ""))
        except OSError as error:
            LOGGER.warning("it is unclear whether a watcher was told: %s", error)
            return 0
        self._until = None
        return 1

    def _hold(self, bundle: Bundle, seconds: float) -> None:
        """Give back what Slack holds back (HTTP 429), and tell nobody before it may be tried again."""
        self._context.store.watches.release(bundle)
        self._until = self._context.now() + timedelta(seconds=seconds)
        LOGGER.warning("watchers are told later: Slack asks to wait %s seconds", seconds)

    def _refused(self, bundle: Bundle, word: str) -> int | None:
        """Give back what may be told later; a workspace that is refused as a whole is left alone for a while."""
        kind = about(word)
        if kind in SHUT:
            self._context.store.watches.release(bundle)
            if self._until is None:
                LOGGER.warning("watchers cannot be told, Slack refuses every call: %s", word)
            self._until = self._context.now() + PAUSE
            return None
        LOGGER.warning("a watcher cannot be told: %s", word)
        if kind == "later":
            self._context.store.watches.release(bundle)
        return 0

    def _message(self, bundle: Bundle) -> Message | None:
        """Say what came of it all; None where one piece of news undid another."""
        named, dropped = _outcome(bundle)
        articles, lookup = self._context.store.articles, self._context.lookup
        ways = self._context.store.watches.ways(bundle.name)
        found = [quoted for article in named if (quoted := lookup.first_in(article, ways))]
        gone = [articles.get(article) for article in dropped]
        if not found and not gone:
            return None
        return watch_notice(bundle.name, found, gone, self._context.replies)


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
