"""Where an unquoted name begins: from its head leftwards to a verb, a function word or a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.initiatives.lists import HARD, VerbKind, heads, modifiers, verbs
from corpus.text.tables import listed
from corpus.text.words import cut

LONGEST = 24
"""Characters in the longest unquoted name; 中国特色高水平高等职业学校和专业建设计划 has 20."""

_CLAUSE = re.compile(
    r"(?:[^，。；：！？,;:!?（）()《》〈〉【】\[\]“”‘’「」『』\"'\n\t…—\u3000]|(?<!—)—(?!—))*\Z"
)
_JOINTS = frozenset("、和与及")
_TWO_WORDS = 4
_COUNT = re.compile(r"[\d.%]+|[一二三四五六七八九十百千万亿两]+[年大项个]?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that ends in a head: its words, its start, the words on its left and what governs it."""

    words: tuple[str, ...]
    start: int
    left: tuple[str, ...]
    verb: str
    verb_kind: VerbKind | None

    @property
    def before(self) -> str:
        """The word or mark right before the phrase, nothing at the beginning of a text."""
        return self.left[-1] if self.left else ""

    @property
    def text(self) -> str:
        """The phrase as printed."""
        return "".join(self.words)


def verb_kind(word: str) -> VerbKind | None:
    """Return the kind of a governing word; a long one (全面推行) counts as its last two characters."""
    listed = verbs()
    return listed.get(word) or (listed.get(word[-2:]) if len(word) >= _TWO_WORDS else None)


def stops(word: str) -> bool:
    """Return whether a name cannot go on leftwards over this word."""
    return word in listed("stop_words.tsv", "name") or word in _JOINTS or bool(_COUNT.fullmatch(word))


def phrase(text: str, head_start: int, head_end: int) -> Phrase | None:
    """Return the phrase that ends with the head at `head_start`:`head_end`, or None if only the head."""
    window = _CLAUSE.search(text, max(0, head_start - 60), head_end)
    if window is None:
        return None
    tokens = cut(window.group())
    if not _is_aligned(tokens, head_end - head_start):
        return None
    first = _first(tokens, head_end - head_start)
    kept = tokens[first:]
    start = head_end - len("".join(kept))
    if start >= head_start or _is_measured(text, start):
        return None
    verb = _governor(tokens[:first])
    mark = text[max(0, window.start() - 1) : window.start()]
    return Phrase(
        tuple(kept),
        start,
        (mark, *tokens[:first]) if mark else tuple(tokens[:first]),
        verb,
        verb_kind(verb) if verb else None,
    )


def _is_measured(text: str, start: int) -> bool:
    """Return whether a phrase begins with the unit of a number that stands before it (330千伏电网工程)."""
    return text[max(0, start - 1) : start].isdigit() and text.startswith(tuple(modifiers("unit")), start)


def _first(tokens: list[str], head: int) -> int:
    """Return which token the phrase begins with."""
    at = _head_token(tokens, head)
    reach = _reach(tokens, at)
    bare = at if len("".join(tokens[at:])) == head else at + 1
    opener = next((k for k in range(at - 1, reach - 1, -1) if _opens(tokens, k) and k + 1 < bare), None)
    if opener is not None:
        return opener
    soft = (k + 1 for k in range(at - 2, reach - 1, -1) if verb_kind(tokens[k]) == "soft")
    first = next(soft, reach)
    return _with_count(tokens, _without_opening_verbs(tokens, first, head))


def _is_aligned(tokens: list[str], head: int) -> bool:
    """Return whether no word runs from before the head into it and ends there (加强 + 国 is no 强国)."""
    at = _head_token(tokens, head)
    return len("".join(tokens[at:])) == head or at == len(tokens) - 1


def _opens(tokens: list[str], at: int) -> bool:
    """Return whether a name begins with this word wherever it stands; 中国特色 is a description."""
    return tokens[at] in modifiers("opener") and tokens[at + 1] not in modifiers("description")


def _head_token(tokens: list[str], head: int) -> int:
    """Return the token in which the head begins."""
    at, length = len(tokens), 0
    while at and length < head:
        at -= 1
        length += len(tokens[at])
    return at


def _reach(tokens: list[str], at: int) -> int:
    """Return the leftmost token that no hard verb or function word parts from the head."""
    length = len("".join(tokens[at:]))
    while at and length + len(tokens[at - 1]) <= LONGEST:
        word = tokens[at - 1]
        if verb_kind(word) in HARD or (stops(word) and tokens[at] != "+"):
            break
        at, length = at - 1, length + len(word)
    return at


def _without_opening_verbs(tokens: list[str], at: int, head: int) -> int:
    """Return the first token behind the verbs and blanks that open the phrase; 创新 alone before a head is no verb."""
    last = _head_token(tokens, head)
    if at + 1 < last and tokens[at] in modifiers("manner") and tokens[at + 1] == "建设":
        at += 2  # how something is built is no part of its name (高水平建设大湾区)
    while at < last and (verb_kind(tokens[at]) or tokens[at].isspace()):
        if verb_kind(tokens[at]) == "inner" and at == last - 1:
            break
        at += 1
    return at


def _with_count(tokens: list[str], at: int) -> int:
    """Return the first token, or that of the number before it where a verb governs both (实施三年百万青年见习计划)."""
    first = at
    while first and _COUNT.fullmatch(tokens[first - 1]) and not tokens[first - 1].isdigit():
        first -= 1
    counted = first < at and (
        first == 0 or tokens[first - 1] == "、" or verb_kind(tokens[first - 1]) == "carry"
    )
    return first if counted else at


def _governor(tokens: list[str]) -> str:
    """Return the nearest governing word on the left, over coordinated items, or nothing.

    A word that also stands inside names governs nothing right before a head (质量提升计划、产教融合工程).
    """
    after = ""
    for word in reversed(tokens):
        if verb_kind(word) and word not in listed("governing_verbs.tsv", "adverb") and after not in heads():
            return word
        after = word
        if word in {"的", "等", "以", "将", "把", "对", "为"}:
            return ""
    return ""


def whole(found: Phrase) -> str:
    """Return the name with what is coordinated in it by one verb (实施科教兴国、人才强国战略)."""
    left = list(found.left)
    taken: list[str] = []
    while left and len("".join(taken)) + len(found.text) < LONGEST:
        if verb_kind(left[-1]) in {"carry", "use"}:
            return "".join(taken) + found.text if _is_coordinated(taken) else found.text
        if left[-1] not in _JOINTS and (stops(left[-1]) or verb_kind(left[-1]) or not left[-1][0].isalnum()):
            break
        taken.insert(0, left.pop())
    return found.text


def _is_coordinated(taken: list[str]) -> bool:
    """Return whether the words are items without a head of their own, each with its joint."""
    items = re.split("[、和与及]", "".join(taken))
    return (
        bool(taken)
        and items[-1] == ""
        and all(items[:-1])
        and not any(item.endswith(_ends()) for item in items[:-1])
    )


@cache
def _ends() -> tuple[str, ...]:
    return tuple(heads())
