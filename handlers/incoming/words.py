"""What is typed after /policy: a sub-command and the rest, or words to search for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from corpus.text.pinyin import cuts

ALIASES = {
    "search": ("搜索", "查找"),
    "articles": ("目录", "article"),
    "show": ("原文",),
    "quote": ("金句",),
    "about": ("提法",),
    "initiatives": ("提法表", "initiative"),
    "watch": ("关注提法",),
    "watches": ("我的关注",),
    "spot": ("识别提法",),
    "restrict": ("限制设置",),
    "daily": ("每日",),
    "help": ("帮助", "?", "？"),
}
ASKING = ("search", "about", "initiatives", "watch", "spot", "restrict")  # those that want words behind them
AGAIN = ("again", "恢复")  # after `spot`: terms that were silenced come back
_NAMES = {alias: name for name, aliases in ALIASES.items() for alias in (name, *aliases)}
NEAR = 0.7  # of difflib's ratio: serach, hlep, shwo and artcles pass; health and research's kin do not
SHORTEST = 3  # letters of a word that may be a mistyped sub-command
_CODE = re.compile(r"[0-9a-z]{4}-?[0-9a-z]{4}", re.IGNORECASE)
_HYPHEN = "[-\u00ad\u2010-\u2015\u2212\ufe63]"
# a code in brackets of any kind, or alone with its hyphen; whether it is one the store knows
_SOMEWHERE = re.compile(
    rf"[\u3014\[【({{]\s*([0-9a-z]{{4}}{_HYPHEN}?[0-9a-z]{{4}})\s*[\u3015\]】)}}]"
    rf"|(?<![0-9a-z-])([0-9a-z]{{4}}{_HYPHEN}[0-9a-z]{{4}})(?![0-9a-z-])",
    re.IGNORECASE,
)
# as a citation writes it: nothing else is left out of a query
_CITED = re.compile(rf"\u3014\s*[0-9a-z]{{4}}{_HYPHEN}?[0-9a-z]{{4}}\s*\u3015", re.IGNORECASE)
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}  # full width, one character for one
MOST_CODES = 20  # of one text that are looked up
_BRACKETS = "\u3014\u3015[]【】（）() "  # the first two are those of a citation


@dataclass(frozen=True, slots=True)
class ParsedCommand:
    """A sub-command by its English name, and what stands behind it; `meant` if the word was mistyped."""

    name: str
    rest: str = ""
    meant: str = ""


def read(text: str) -> ParsedCommand:
    """Read what stands behind /policy. Words that are no sub-command are a search."""
    text = text.strip()
    if not text:
        return ParsedCommand("help")
    first, rest = divided(text)
    name = _NAMES.get(first.lower(), "")
    if name and _belongs(name, first, rest):
        return ParsedCommand(name, rest)
    is_query = name or _CITED.search(text.translate(_NARROW))
    return ParsedCommand("search", text, "" if is_query else _meant(first))


def divided(text: str) -> tuple[str, str]:
    """Return the first word, up to white space of any width, and what stands behind it."""
    first, *rest = text.split(maxsplit=1) or [""]
    return first, rest[0].strip() if rest else ""


def bare_code(text: str) -> str:
    """Return a code without the brackets of a citation; the store knows it in any case, hyphen or not."""
    return text.strip(_BRACKETS)


def is_code(text: str) -> bool:
    """Whether a text has the form of a code."""
    return _CODE.fullmatch(text) is not None


def codes_in(text: str) -> tuple[str, ...]:
    """Return what may be codes in a text, in order, each once: those of pasted citations, with or without words.

    They stand in brackets of any kind or width, or alone with their hyphen. A year (2018-2019) may be one too;
    only the store knows which were given.
    """
    narrow = text.translate(_NARROW)
    found = (one[1] or one[2] for one in _SOMEWHERE.finditer(narrow))
    alone = (bare_code(narrow),) if is_code(bare_code(narrow)) else ()
    return tuple(dict.fromkeys((*alone, *found)))[:MOST_CODES]


def without_codes(text: str) -> str:
    """Return a query without the codes of pasted citations; as it is where it holds nothing else."""
    rest = " ".join(part for part in _CITED.split(text.translate(_NARROW)) if part.strip())
    return rest.strip() if rest.strip() and _CITED.search(text.translate(_NARROW)) else text


def _belongs(name: str, first: str, rest: str) -> bool:
    """Whether the rest can be meant for this sub-command: 原文 制度 and 目录 管理 are queries."""
    if first.isascii() or not rest or name in ASKING:
        return True
    return name == "show" and (is_code(bare_code(rest)) or _CITED.search(rest.translate(_NARROW)) is not None)


def _meant(word: str) -> str:
    """Return the sub-command that a Latin word looks like; Chinese words and pinyin are queries."""
    if not (word.isascii() and word.isalpha() and len(word) >= SHORTEST) or cuts(word.lower()):
        return ""
    near = get_close_matches(word.lower(), list(ALIASES), n=1, cutoff=NEAR)
    return near[0] if near else ""
