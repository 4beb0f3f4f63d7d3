"""What is typed after /policy daily, or filled into the window: a time, a zone, days and a theme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from difflib import get_close_matches
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from handlers.daily.schedule import Days

COMMAND = ("daily", "每日", "每日一引")
WORDS = {
    "off": ("停", "停发", "关闭", "stop"),
    "status": ("状态", "现状"),
    "preview": ("预览",),
    "skip": ("跳过",),
    "history": ("历史", "记录"),
}
_WORDS = {alias: word for word, aliases in WORDS.items() for alias in (word, *aliases)}
DAYS: dict[str, Days] = {
    **dict.fromkeys(("weekdays", "周一至周五", "周一到周五"), "weekdays"),
    **dict.fromkeys(("workdays", "工作日", "中国工作日", "调休"), "workdays"),
    **dict.fromkeys(("every", "everyday", "每天", "天天"), "every"),
}
_TIME = re.compile(r"(\d{1,2})\s*(?:[:：]\s*(\d{2})|[点时](?:(\d{1,2})分?|(半))?)")
HALF = 30


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants; `zone` and `theme` are empty where nothing was said."""

    at: time
    days: Days = "weekdays"
    zone: str = ""
    theme: str = ""


def is_daily(text: str) -> bool:
    """Whether what stands behind /policy is about the daily quotes; 每日 with other words is a search."""
    first, _, rest = text.strip().replace("\u3000", " ").partition(" ")
    if first.lower() == COMMAND[0]:
        return True
    told = rest.split()
    return first in COMMAND[1:] and (not told or word_of(told[0]) != "" or read_time(told[0]) is not None)


def rest_of(text: str) -> str:
    """Return what stands behind the word daily."""
    return text.strip().replace("\u3000", " ").partition(" ")[2].strip()


def word_of(text: str) -> str:
    """Return the sub-command that a word stands for; empty where it is none."""
    return _WORDS.get(text.lower(), "")


def meant(text: str) -> str:
    """Return the sub-command that a mistyped word looks like; empty where it looks like none."""
    near = get_close_matches(text.lower(), list(WORDS), n=1, cutoff=0.7)
    return near[0] if near else ""


def read_time(text: str) -> time | None:
    """Read a time of day (09:00, 9：00, 9点半); None where it is none."""
    found = _TIME.fullmatch(text.strip())
    if not found:
        return None
    hour, minute = int(found[1]), HALF if found[4] else int(found[2] or found[3] or 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def read_wish(text: str) -> Wish | None:
    """Read `09:00 [days] [zone] [theme]`; None where it does not begin with a time."""
    told = text.split()
    at = read_time(told[0]) if told else None
    if at is None:
        return None
    days: Days = "weekdays"
    zone, theme = "", []
    for word in told[1:]:
        if word.lower() in DAYS:
            days = DAYS[word.lower()]
        elif "/" in word and is_zone(word):
            zone = word
        else:
            theme.append(word)
    return Wish(at, days, zone, " ".join(theme))


def is_zone(name: str) -> bool:
    """Whether a time zone of this name is known."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
