"""Which words of talk may stand before what is looked for, and how sure that makes it that they are talk."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from corpus.search.query.talk import STILL, clauses

if TYPE_CHECKING:
    from corpus.search.query.talk import Path, Token

Certainty = Literal["none", "no", "held", "framed", "sure"]
"""How sure it is that words beside a core are talk: there are none; they are not; they are where the library holds the
core; they are where there is talk on the other side; they are."""

ACTS = ("want", "seek", "give", "help", "tell", "know", "define")
ENGLISH_ACTS = ("english act", "english topic", "english ask", "english please")
LIGHT = STILL | {"briefly", "english small"}
GOVERNORS = (*ACTS, "topic", "courtesy", *ENGLISH_ACTS)


def opens_frame(path: Path) -> Certainty:
    """Return how sure it is that words before a core are talk."""
    words = [token for token in path if not token.divides]
    if not words:
        return "none"
    label = next((token for token in path if token.start >= words[-1].end), None)
    if label is not None and label.word == ":" and all(token.is_a(*ACTS, "material") for token in words):
        return "sure"  # 解释：…
    if any(token.breaks for token in path if token.start >= words[-1].end):
        return "sure" if all(map(is_all_talk, clauses(path))) else "no"
    if not all(map(is_all_talk, clauses(path)[:-1])) or _tells_a_wish(words):
        return "no"
    plain = _plain(words)
    still = words[len(plain) :]
    if not plain or not _may_follow(plain, still, spaced=path[-1].divides):
        return "no"
    brief = bool(still) and still[-1].is_a("briefly", "english small")
    return _governing(plain, brief=brief, relative=bool(still) and still[-1].word == "的")


def _plain(words: list[Token]) -> list[Token]:
    """Return words without those at their end that say nothing of their own, and without 我 of 告诉我."""
    plain = list(words)
    while plain and plain[-1].classes <= LIGHT:
        plain.pop()
    given = len(plain) > 1 and plain[-1].is_a("self") and plain[-2].is_a("give", "help", "passes on")
    return plain[:-1] if given else plain


def _may_follow(plain: list[Token], still: list[Token], *, spaced: bool) -> bool:
    """Whether words that say nothing of their own may stand behind the others, and white space before the core."""
    last = plain[-1]
    if any(token.word == "的" for token in still[:-1]):
        return False
    if last.is_a("disposal") and not still:
        return True
    if still and not (
        last.is_a(*ACTS, "english act") or (last.is_a("courtesy") and still[-1].word == "一下")
    ):
        return False
    alone = len(plain) == 1 and not still and len(last.word) > 1
    # 确认 身份 is two key words
    return not (spaced and alone) or last.is_a("seek", "courtesy", "define", "topic", *ENGLISH_ACTS)


def _tells_a_wish(words: list[Token]) -> bool:
    """Whether a verb of doing follows right behind one of saying or a preposition: it is part of what is said."""
    plain = [token for token in words if not token.classes <= LIGHT]
    return any(
        left.is_a("tell", "topic")
        and not left.is_a("passes on", "seek", "give")
        and right.is_a("want", "seek", "give", "task", "help", "tell", "know", "exists")
        for left, right in pairwise(plain)
    )


def _governing(words: list[Token], *, brief: bool, relative: bool) -> Certainty:
    """Return the same for words that end in one that what is looked for may follow."""
    last = words[-1]
    if relative:
        told = last.is_a("tell", "know", "seek") and not last.is_a("place")
        return _by_verb(words, brief=brief) if told else "no"
    if last.is_a("courtesy", "define"):
        return "sure"
    if last.is_a(*GOVERNORS) and not last.is_a("be", "place"):
        return _by_verb(words, brief=brief)
    return _by_other(words)


def _by_other(words: list[Token]) -> Certainty:
    """Return the same for words that end in one that points, in one of working on a text, or in is or has."""
    last, several = words[-1], len(words) > 1
    if last.is_a("disposal"):
        return "framed"
    if last.is_a("be"):
        asks = any(token.is_a("ask", "source") for token in words)
        return "sure" if asks else "framed" if last.is_a("exists") else "no"
    if last.is_a("point") and several and any(token.is_a(*ACTS) for token in words):
        return "sure"
    if last.is_a("point"):
        return "framed" if len(last.word) > 1 or last.is_a("then") else "no"
    mine = last.is_a("task") and not last.is_a("place") and any(token.is_a("self") for token in words)
    return "sure" if mine else "no"


def _by_verb(words: list[Token], *, brief: bool) -> Certainty:
    """Return the same for words that end in a verb or a preposition."""
    last, several = words[-1], len(words) > 1
    if last.word.isascii():
        return "sure" if several or brief or last.is_a("english please") else "held"
    others = any(token.is_a("person") and not token.is_a("self") for token in words)
    if last.is_a("topic") and not last.is_a("tell"):
        return "sure" if len(last.word) > 1 and (several or last.word == "关于") else "framed"
    if several:
        narrated = others and last.is_a("give", "help", "want") and not last.is_a("seek", "tell")
        acts = sum(token.is_a(*ACTS) for token in words) > 1
        subjects = ("place", "material", "source") if last.is_a("tell", "topic") else ()
        meant = acts or any(
            token.is_a("courtesy", "english please", "person", "time", "mood", "ask", "point", *subjects)
            for token in words
        )
        return "sure" if meant and not narrated else "framed"
    if brief:
        return "sure"
    return "held" if last.is_a("seek", "passes on") else "framed"


def is_all_talk(words: Path) -> bool:
    """Whether words between two marks are talk by themselves, and not one word that may be looked for."""
    if any(token.is_a("courtesy", "english please", "source", "briefly said") for token in words):
        return True
    if all(token.is_a("aside", "mark", "person", "mood") for token in words):
        return any(token.is_a("aside", "person") for token in words)
    acts = any(token.is_a(*ACTS, "task", "mark", "ask", "mood", *ENGLISH_ACTS) for token in words)
    return len(words) > 1 and (acts or any(token.is_a("time", "place", "person") for token in words))
