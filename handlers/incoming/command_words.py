"""What is typed after /policy: a sub-command and the rest, or words to search for."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from corpus.text.pinyin import cuts
from handlers.incoming.passage_codes import is_citing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from slack_sdk import WebClient

    from handlers.incoming.request import Request

AGAIN = ("again", "恢复")  # after `spot`: terms that were silenced come back
NEAR = 0.7  # of difflib's ratio: serach, hlep, shwo and artcles pass; health and research's kin do not
SHORTEST = 3  # letters of a word that may be a mistyped sub-command


Answer = TypeVar("Answer")
Opens = TypeVar("Opens")


def always(_: str) -> bool:
    """Return True, whatever stands behind a sub-command."""
    return True


@dataclass(frozen=True, slots=True)
class SubCommand(Generic[Answer, Opens]):
    """One sub-command of /policy: its English `word`, its aliases (help names the first), how to type it, what for.

    `answer` makes the answer; `opens` opens a modal in place of an answer to the bare word.
    `belongs` tells of the words behind a Chinese alias whether they can be meant for it: 原文 制度 and 目录 管理
    are queries. `changes` tells of them whether they change what somebody or a channel has chosen. `asks_slack` tells
    of them whether the answer may need to be asked of Slack.
    """

    word: str
    aliases: tuple[str, ...]
    usage: str
    purpose: str
    answer: Answer
    belongs: Callable[[str], bool] = lambda _: False
    changes: Callable[[str], bool] = lambda _: False
    asks_slack: Callable[[str], bool] = lambda _: False
    opens: Opens | None = None


@dataclass(frozen=True, slots=True)
class ParsedCommand:
    """A sub-command by its English name, and what stands behind it; `meant` if the word was mistyped."""

    name: str
    rest: str = ""
    meant: str = ""


@dataclass(frozen=True, slots=True)
class TypedCommand:
    """A sub-command as it came: who asked, what stands behind its word, and the client to ask Slack with."""

    request: Request
    rest: str
    client: WebClient


def parse(text: str, table: Sequence[SubCommand[Any, Any]]) -> ParsedCommand:
    """Parse what stands behind /policy. Words that are no sub-command of the table are a search."""
    text = text.strip()
    if not text:
        return ParsedCommand("help")
    first, rest = divided(text)
    row = next((row for row in table if first.lower() in (row.word, *row.aliases)), None)
    if row is not None and (first.isascii() or not rest or row.belongs(rest)):
        return ParsedCommand(row.word, rest)
    is_query = row is not None or is_citing(text)
    return ParsedCommand("search", text, "" if is_query else _meant(first, table))


def divided(text: str) -> tuple[str, str]:
    """Return the first word, up to white space of any width, and what stands behind it."""
    first, *rest = text.split(maxsplit=1) or [""]
    return first, rest[0].strip() if rest else ""


def closest(word: str, words: Iterable[str]) -> str:
    """Return the word that a mistyped one looks like; empty where it looks like none."""
    near = get_close_matches(word.lower(), list(words), n=1, cutoff=NEAR)
    return near[0] if near else ""


def _meant(word: str, table: Sequence[SubCommand[Any, Any]]) -> str:
    """Return the sub-command that a Latin word looks like; Chinese words and pinyin are queries."""
    if not (word.isascii() and word.isalpha() and len(word) >= SHORTEST) or cuts(word.lower()):
        return ""
    return closest(word, (row.word for row in table))
