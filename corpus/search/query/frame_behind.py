"""Which words of talk may stand behind what is looked for, and how sure that makes it that they are talk."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.search.query.frame_before import ENGLISH_ACTS, is_all_talk
from corpus.search.query.talk import STILL, clauses

if TYPE_CHECKING:
    from corpus.search.query.frame_before import Certainty
    from corpus.search.query.talk import Path, Token


def closes_frame(path: Path, *, asked: bool) -> Certainty:
    """Return how sure it is that words behind a core are talk; `asked` says that sure talk stands before it."""
    groups = clauses(path)
    if not groups:
        return "none"
    first = groups[0]
    marked = any(token.breaks for token in path if token.end <= first[0].start)
    polite = path[0].divides and any(token.is_a("courtesy", "english please", "source") for token in first)
    if marked or polite:
        return "sure" if all(map(is_all_talk, groups)) else "no"
    apart = path[0].divides and len(first) == len(groups) == 1 and not first[0].is_a("mark", "english act")
    if apart or not all(map(is_all_talk, groups[1:])):
        return "no"  # 公积金 查询 is one word more
    if first[0].word == "的":
        return _of(first[1:], asked=asked)
    return "no" if first[0].classes <= STILL else _joined(first, asked=asked)


def _of(words: Path, *, asked: bool) -> Certainty:
    """Return the same for words behind 的."""
    if not words:
        return "sure" if asked else "no"
    if _asks(words):
        of_text = words[0].is_a("material", "source", "ask") or any(
            token.is_a("material", "source") for token in words
        )
        return "sure" if of_text and _asks_wording(words) else "no"
    if words[0].is_a("source", "kind", "point", "english noun") and any(
        token.is_a("source", "english noun") or _is_fused(token) for token in words
    ):
        return "sure"
    if all(token.is_a("sense", "wording", "kind") for token in words) and words[-1].is_a("sense", "wording"):
        return "sure"
    if any(token.is_a("material") for token in words) and words[0].is_a("material", "kind", "source"):
        return "framed"
    return "sure" if words[0].is_a("mark", "courtesy") and asked else "no"


def _asks(words: Path) -> bool:
    return any(token.is_a("ask", "which", "define", "english ask") for token in words)


def _is_fused(token: Token) -> bool:
    """Whether a word points at a piece of text by itself: 那段, 这句话."""
    return (
        token.is_a("point")
        and len(token.word) > 1
        and token.word[0] in "这那"
        and token.word[-1] in "段句话篇条份"
    )


def _asks_wording(words: Path) -> bool:
    """Whether a question asks for the place, the wording or the meaning (怎么说, 哪里提到, 是什么意思), no fact."""
    if words[0].is_a("define", "english ask"):
        return True
    for at, token in enumerate(words):
        ahead = [one for one in words[at + 1 :] if not one.is_a("aspect")]
        following = ahead[0] if ahead else None
        if token.is_a("how") and not _asks_how(words[:at], following):
            return False
        if token.is_a("what") and not _asks_what(_front(words, at), following):
            return False
        if token.is_a("which") and not (at and _asks_which(words[:at], following)):
            return False
    texts = ("tell", "material", "source", "seek", "define", "in", "english act")
    named = words[0].is_a("kind") and not words[0].is_a("finally")
    means = not named and any(left.is_a("means") and right.is_a("what") for left, right in pairwise(words))
    return means or any(token.is_a(*texts) for token in words) or any("来" in token.word for token in words)


def _asks_which(front: Path, following: Token | None) -> bool:
    """Whether 哪些 asks for texts: 有哪些表述, 论述有哪些."""
    beside = (*front, *([following] if following else []))
    return any(token.is_a("material", "source", "kind") for token in beside)


def _asks_how(front: Path, following: Token | None) -> bool:
    """Whether 怎么 asks how something is said: 怎么说, 表述是怎样的."""
    if following is not None and following.is_a("tell", "define", "kind"):
        return True
    return (following is None or following.is_a("mark")) and any(
        token.is_a("material", "source") for token in front
    )


def _front(words: Path, at: int) -> Token | None:
    """Return the word before a place that says something of its own."""
    return next((token for token in reversed(words[:at]) if not token.is_a("aspect")), None)


def _asks_what(front: Token | None, following: Token | None) -> bool:
    """Whether 什么 asks what something is, or in which text it stands."""
    if following is not None and following.word == "意思":
        return True
    if following is not None and following.is_a("material", "source", "kind"):
        return front is not None and front.is_a("be", "kind", "in")
    ends = following is None or following.is_a("mark", "courtesy", "person", "aside")
    return ends and front is not None and front.is_a("means", "says")


def _joined(words: Path, *, asked: bool) -> Certainty:
    """Return the same for words that stand right behind the core."""
    first, several = words[0], len(words) > 1
    if first.is_a("source", "courtesy", *ENGLISH_ACTS, "english noun", "english small"):
        return "sure"
    opens = first.is_a("be", "in", "ask", "define", "kind", "point", "person", "mood", "which", "says")
    if _asks(words):
        return "sure" if opens and (several or first.is_a("define")) and _asks_wording(words) else "no"
    if first.is_a("point"):
        named = any(token.is_a("material", "source", "tell") for token in words[1:])
        return (
            "sure"
            if named or _is_fused(first) or first.word in {"这方面", "那方面", "这块", "那块"}
            else "no"
        )
    if first.is_a("mark"):
        return "no" if first.word in {"吗", "么", "没", "吧"} and not asked else "sure"
    return _by_deed(words, asked=asked)


def _by_deed(words: Path, *, asked: bool) -> Certainty:
    """Return the same for words that neither point nor ask by a question word."""
    first, several = words[0], len(words) > 1
    brought = first.is_a("seek", "give") and first.word[-1:] == "来"  # 找出来
    if first.is_a("be", "kind", "want") and several:
        return _of_text(words, asked=asked)
    if first.is_a("seek", "tell", "give", "know", "help") and several:
        mine = words[1].is_a("briefly") or (words[1].is_a("self") and words[1].word[:1] == "我")
        return "sure" if mine or brought or first.is_a("help") else "no"
    if first.is_a("person", "mood") and several and _may_ask(first):
        deeds = (
            ("seek", "give", "source") if first.is_a("mood") else ("seek", "give", "tell", "know", "source")
        )
        known = asked and any(token.is_a("know") for token in words[1:])
        return "sure" if known or any(token.is_a(*deeds) for token in words[1:]) else "no"
    if brought:
        return "framed"
    return "held" if first.is_a("noun beside") and asked else "no"


def _may_ask(first: Token) -> bool:
    """Whether words may begin with this one: 能不能, 我, 谁, and not 会 or 人."""
    return len(first.word) > 1 or first.is_a("self") or first.word == "谁"


def _of_text(words: Path, *, asked: bool) -> Certainty:
    """Return the same for words that say that something stands in a text, or of which kind it is."""
    first = words[0]
    named = any(token.is_a("material") for token in words)
    if any(token.is_a("source") for token in words):
        return "sure"
    if first.is_a("exists"):
        closed = words[-1].is_a("mark") or first.word in {"有没有", "有无"}
        return "sure" if closed else "framed" if named and asked else "no"
    found = named and any(token.is_a("exists") for token in words[1:])
    return "sure" if found else "framed" if first.is_a("kind") and named else "no"
