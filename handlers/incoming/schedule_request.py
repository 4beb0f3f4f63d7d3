"""What is typed after /policy daily, or filled into the window: a time, a zone, days and a theme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import Literal
from zoneinfo import available_timezones

from handlers.incoming.command_words import closest

Days = Literal["weekdays", "workdays", "every"]

HELP = ("help", "帮助", "?", "？")
WORDS = {
    "off": ("停", "停发", "关闭", "暂停", "取消", "stop", "pause", "cancel"),
    # what is off is said to be, with the words that start it again
    "status": ("状态", "现状", "on", "resume", "恢复", "开始", "重新开始"),
    "preview": ("预览",),
    "skip": ("跳过",),
    "history": ("历史", "记录"),
}
CHANGING = ("off", "skip")
_WORDS = {alias: word for word, aliases in WORDS.items() for alias in (word, *aliases)}
DAYS: dict[str, Days] = {
    **dict.fromkeys(("weekdays", "weekday", "周一至周五", "周一到周五"), "weekdays"),
    **dict.fromkeys(("workdays", "workday", "工作日", "中国工作日", "调休"), "workdays"),
    **dict.fromkeys(("every", "everyday", "daily", "每天", "天天"), "every"),
}
OTHER_DAYS = re.compile(
    r"周末|双休日|休息日|节假日|(?:每?周|星期|礼拜)[一二三四五六日天]|weekends?|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?s?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(早上|早晨|清晨|上午|凌晨|中午|下午|傍晚|晚上)?\s*(\d{1,2})\s*(?:[:：]\s*(\d{2})|[点时](?:整|(\d{1,2})分?|(半)|(一刻))?)?\s*([ap]m)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_LOOKS_LIKE_TIME = re.compile(r"\d{1,2}[:：.]?\d{0,2}(?:-.*)?|\d{1,2}[:：点时].*")
_ZONE_LIKE = re.compile(r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+|(?:utc|gmt)[+-]\d.*", re.IGNORECASE)
AFTERNOON = ("下午", "傍晚", "晚上", "pm")
HALF, QUARTER, NOON = 30, 15, 12
FILLERS = ("at", "在")
ZONES = {"utc": "UTC", "gmt": "GMT", "北京时间": "Asia/Shanghai"}
"""Names without a slash that are taken for a zone and not for a theme."""
# what the system keeps beside the real zones: files for its own use, and a name that means another one elsewhere
_NO_ZONES = re.compile(r"(?:right|posix)/|localtime$|posixrules$|Factory$")

Kind = Literal["time", "zone", "days", "twice"]


class ScheduleError(ValueError):
    """A word that cannot be taken: `given`, and whether it is meant as a time, zone or days, or one too many."""

    def __init__(self, kind: Kind, given: str) -> None:
        super().__init__(given)
        self.kind, self.given = kind, given


@dataclass(frozen=True, slots=True)
class ScheduleRequest:
    """What somebody wants; `zone` and `theme` are empty where nothing was said."""

    at: time
    days: Days = "weekdays"
    zone: str = ""
    theme: str = ""


def is_schedule(rest: str) -> bool:
    """Whether what stands behind 每日 is about the daily quotes: with other words it is a search."""
    told = _tokens(rest)
    return not told or word_of(told[0]) != "" or told[0].lower() in DAYS or read_time(told[0]) is not None


def spaced(rest: str) -> str:
    """Return what stands behind the word daily, with single spaces."""
    return " ".join(rest.split())


def word_of(text: str) -> str:
    """Return the sub-command that a word stands for; empty where it is none."""
    return _WORDS.get(text.lower(), "")


def changes(rest: str) -> bool:
    """Whether what stands behind the word daily changes what the channel has."""
    rest = spaced(rest)
    word = word_of(rest.partition(" ")[0])
    if word:
        return word in CHANGING
    try:
        return read_schedule(rest) is not None
    except ScheduleError:
        return False


def meant(text: str) -> str:
    """Return the sub-command that a mistyped word looks like; empty where it looks like none."""
    return closest(text, WORDS)


def read_time(text: str) -> time | None:
    """Read a time of day (09:00, 9：00, 0900, 9点半, 早上9点, 9:00am); None where it is none or a bare number."""
    text = text.strip()
    digits = _DIGITS.fullmatch(text)
    if digits:
        return time(int(digits[1]), int(digits[2]))
    found = _TIME.fullmatch(text)
    if not found or text.isdigit():
        return None
    part, hour, *minutes, half, quarter, suffix = found.groups()
    told = HALF if half else QUARTER if quarter else int(next(filter(None, minutes), 0))
    return _of_day(int(hour), told, (part or suffix or "").lower())


def _of_day(hour: int, minute: int, part: str) -> time | None:
    """Make a time of an hour and the part of the day that was named with it; None where they do not fit."""
    if part in AFTERNOON and hour < NOON:
        hour += NOON
    elif part in {"am", "凌晨"} and hour == NOON:
        hour = 0
    elif part == "晚上" and hour == NOON:
        return None  # midnight, but of which day?
    try:
        return time(hour, minute)
    except ValueError:
        return None


def read_schedule(text: str) -> ScheduleRequest | None:
    """Read a time with days, zone and theme in any order; None where no word is a time.

    Raise ScheduleError with a word that is meant as one of these and cannot be taken.
    """
    told = _tokens(text)
    at = next((word for word in told if read_time(word) and not word.isdigit()), "")
    at = at or next((word for word in told if read_time(word)), "")
    found = read_time(at)
    if found is None:
        return None
    days: Days | None = None
    zone, theme = "", []
    told.remove(at)
    for word in told:
        if word.lower() in DAYS and days is None:
            days = DAYS[word.lower()]
        elif not zone and zone_named(word):
            zone = zone_named(word)
        elif word.lower() not in FILLERS:
            theme.append(_checked(word))
    return ScheduleRequest(found, days or "weekdays", zone, " ".join(theme))


def _tokens(text: str) -> list[str]:
    """Cut what was typed at spaces and commas; 早上 9点 and 9:00 am are one word."""
    text = re.sub(r"(早上|早晨|清晨|上午|凌晨|中午|下午|傍晚|晚上)\s+(?=\d)", r"\1", text)
    text = re.sub(r"(?<=\d)\s+(?=[ap]m\b)", "", text, flags=re.IGNORECASE)
    return [word for word in re.split(r"[\s,，、;；]+", text) if word]


def _checked(word: str) -> str:
    """Return a word of the theme; raise ScheduleError where it is meant as something else."""
    if word.lower() in DAYS or zone_named(word) or (read_time(word) and not word.isdigit()):
        raise ScheduleError("twice", word)
    if OTHER_DAYS.fullmatch(word):
        raise ScheduleError("days", word)
    if _ZONE_LIKE.fullmatch(word):
        raise ScheduleError("zone", word)
    if _LOOKS_LIKE_TIME.fullmatch(word) and not word.isdigit():
        raise ScheduleError("time", word)
    return word


def zone_named(name: str) -> str:
    """Return the time zone that a name means, as the zone database spells it; empty where it means none."""
    name = name.strip().lower()
    return ZONES.get(name, "") or (_zones().get(name, "") if "/" in name else "")


@cache
def _zones() -> dict[str, str]:
    """Return the zones by their names in small letters."""
    return {name.lower(): name for name in sorted(available_timezones()) if not _NO_ZONES.match(name)}
