"""Watched initiatives: told of by direct message when a version of an article names one, or no longer does."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from handlers.drawing import answers
from handlers.mrkdwn import one_line
from handlers.posting import post

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from db.watches import News
    from handlers.message import Message
    from handlers.parts import Parts

LOGGER = logging.getLogger(__name__)


class Watching:
    """Tells the store's news of watched names; any process may run it, and several at once."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def run_once(self, client: WebClient) -> int:
        """Tell what there is to tell; return how many messages went out.

        A piece of news is claimed before it is sent: two processes never tell the same, and one that Slack
        refuses, or of which no answer comes, is not told again.
        """
        watches = self._parts.store.watches
        return sum(self._tell(news, client) for news in watches.news() if watches.claim(news))

    def _tell(self, news: News, client: WebClient) -> int:
        try:
            post(client, news.user, self._message(news))
        except SlackApiError as error:
            LOGGER.warning("a watcher cannot be told: %s", error.response.get("error"))
            return 0
        except OSError as error:
            LOGGER.warning("it is unclear whether a watcher was told: %s", error)
            return 0
        return 1

    def _message(self, news: News) -> Message:
        replies, name = self._parts.replies, one_line(news.name, 40)
        title = one_line(self._parts.store.articles.get(news.article).title, 60)
        named = [q for q in self._parts.lookup.wordings(news.name) if q.article.id == news.article]
        if news.kind == "named" and named:
            return answers.passages(named[:1], replies.appeared.format(name=name, title=title), replies)
        return answers.say(replies.gone.format(name=name, title=title))
