"""What came of hostile payloads: live pings and links in what went out, tracebacks and typed text in the log."""

from __future__ import annotations

import logging
import re
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.hostile_strings import TYPED

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
ROOMS = tuple(f"/{room}/" for room in ("bot", "handlers", "db", "corpus"))
# docs.slack.dev/messaging/formatting-message-text: what Slack makes a ping or a link of, in live mrkdwn
LIVE = re.compile(r"<(?:[!@]|https?:|mailto:)[^>]*>?|<#(?![CDG][0-9A-Z]{1,30}[|>])[^>]*>?")
ELEMENTS = ("user", "usergroup", "broadcast", "link", "team")
ESCAPES = ("link_names", "parse")  # arguments that would bring plain names to life


def live(message: Any, own: frozenset[str]) -> list[str]:  # noqa: ANN401 - whatever went out
    """Return each ping or link in a message or view that Slack would bring to life, but for the asker's own name."""
    found = [text for told in _mrkdwn(message) for text in LIVE.findall(told)]
    found += [str(one) for one in _elements(message)]
    if isinstance(message, dict):
        found += [f"{name}={message[name]}" for name in ESCAPES if message.get(name)]
    spared = {f"<@{user}>" for user in own} | {str({"type": "user", "user_id": user}) for user in own}
    return [one for one in found if one not in spared]


def _mrkdwn(message: Any) -> Iterator[str]:  # noqa: ANN401 - whatever went out
    """Give every text that Slack reads as mrkdwn: a message's own, and each text object of that type."""
    if isinstance(message, dict) and isinstance(message.get("text"), str) and message.get("type") is None:
        yield message["text"]
    for one in _objects(message):
        if one.get("type") == "mrkdwn" and isinstance(one.get("text"), str):
            yield one["text"]


def _elements(message: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - whatever went out
    """Give every element of rich text that is a ping or a link."""
    for one in _objects(message):
        if one.get("type") in ELEMENTS and "text" not in one.get("type", "") and _leaf(one):
            yield {name: told for name, told in one.items() if name != "style"}


def _leaf(one: dict[str, Any]) -> bool:
    return any(name in one for name in ("user_id", "usergroup_id", "range", "url", "team_id"))


def _objects(told: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    """Give every object in a message."""
    if isinstance(told, dict):
        yield told
    inner = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    for one in inner:
        yield from _objects(one)


class Log(logging.Handler):
    """Reads the log as the server would write it: tracebacks by place, and lines that hold typed text."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
        self.places, self.leaks, self.lines = Counter[str](), Counter[str](), 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one record."""
        written = self.format(record)
        self.lines += written.count("\n") + 1
        if record.exc_info and record.exc_info[1]:
            self.places[place(record.exc_info[1])] += 1
        # Bolt prints what nobody listens to with repr or as JSON
        if any(mark in written for mark in (TYPED, ascii(TYPED)[1:-1])):
            self.leaks[f"{record.name}: {record.getMessage().splitlines()[0][:40]}"] += 1


def place(error: BaseException) -> str:
    """Name where an error came from: the last line of our own code, and the kind of error."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        one for one in frames if one.filename.startswith(str(ROOT)) and any(r in one.filename for r in ROOMS)
    ]
    last = (ours or frames)[-1]
    name = Path(last.filename)
    where = name.relative_to(ROOT) if name.is_relative_to(ROOT) else name.name
    if ".venv" in str(where):
        where = Path(name.name)
    return f"{where}:{last.lineno} {type(error).__name__}"
