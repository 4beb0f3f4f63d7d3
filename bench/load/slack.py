"""The Slack of the load run: the stand-in on loopback, which can be made slow or busy and calm again."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from bot.console.stand_in import RESPONSE_URL, SlackStandIn

POST = "chat.postMessage"


class Slack(SlackStandIn):
    """Records what the bot sends; trouble begins and ends while the bot runs."""

    def slow(self, seconds: float) -> None:
        """Do what every call asks at once, and answer it `seconds` late; response_urls stay quick."""
        for method in self._methods:
            self.fail_next(method, delay=seconds, times=None)

    def busy(self, retry_after: int) -> None:
        """Refuse every chat.postMessage with 429 and this Retry-After, in seconds."""
        self.fail_next(POST, retry_after=retry_after, times=None)

    def calm(self) -> None:
        """End all trouble; a call that waits already is still answered late."""
        with self._changed:
            self._failures.clear()

    def answers(self) -> dict[str, list[dict[str, Any]]]:
        """Return what each response_url took, by its address."""
        taken: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for call in self.calls(RESPONSE_URL):
            if call.answer.status == 200:
                taken[call.url].append(call.arguments)
        return taken

    def threads(self) -> dict[tuple[str, str], list[dict[str, Any]]]:
        """Return the posts that stand in each thread, by channel and the time stamp of its root."""
        kept: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for call in self.calls(POST):
            if call.answer.status == 200:
                told = call.arguments
                kept[str(told.get("channel")), str(told.get("thread_ts"))].append(told)
        return kept

    def refusals(self) -> int:
        """Return how many posts were refused with 429."""
        return sum(call.answer.status == 429 for call in self.calls(POST))
