"""Words of talk: which stretches of a text are nothing but the words with which people ask and point."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from corpus.search.query.borders import folding, spaced
from corpus.text.tables import lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STILL = frozenset({"aspect"})  # says nothing of its own: what stands beside it counts
LAST_ONLY = frozenset({"more", "change", "why"})  # classes that only take up a question before
PARTS = frozenset({"surname", "title"})  # classes whose words are talk only where they stand together
VERBS = ("seek", "give", "tell", "know", "task", "help")
LONGEST_TITLE = 2
_PERSON = frozenset({"person"})
FIRST_HAN = "\u2e80"
JOINING = frozenset("-+%./'")  # marks inside a Latin word
_BLANK, _BREAK = "space", "break"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of talk with its classes, or what stands between words (`space`, `break`), and where it stands."""

    word: str
    classes: frozenset[str]
    start: int
    end: int

    def is_a(self, *classes: str) -> bool:
        """Whether the word belongs to one of these classes."""
        return not self.classes.isdisjoint(classes)

    @property
    def divides(self) -> bool:
        """Whether it is a mark or white space, and no word."""
        return self.is_a(_BLANK, _BREAK)

    @property
    def breaks(self) -> bool:
        """Whether it is a mark that ends a clause."""
        return self.is_a(_BREAK)


Path = tuple[Token, ...]


@cache
def vocabulary() -> Mapping[str, frozenset[str]]:
    """Return each word of talk, folded, with its classes."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines("talk_words.tsv"):
        name, words, *_ = line.split("\t")
        for word in words.split():
            found[spaced(word)].add(name)
    return {word: frozenset(classes) for word, classes in found.items()}


@cache
def _widths() -> Mapping[str, tuple[int, ...]]:
    """Return the widths of the words that begin with a character."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for word in vocabulary():
        found[word[0]].add(len(word))
    return {char: tuple(sorted(widths)) for char, widths in found.items()}


def _at(text: str, start: int, *, taking_up: bool) -> Iterable[Token]:
    """Give the tokens that begin at a place of a folded text."""
    char = text[start]
    if not char.isalnum() and char not in "+%":
        yield Token(char, frozenset({_BLANK if char.isspace() else _BREAK}), start, start + 1)
        return
    known = vocabulary()
    for width in _widths().get(char, ()):
        word = text[start : start + width]
        classes = known.get(word) if len(word) == width else None
        if classes is None or (not taking_up and classes <= LAST_ONLY) or _is_cut(text, start, start + width):
            continue
        kept = (classes if taking_up else classes - LAST_ONLY) - PARTS
        if kept:
            token = Token(word, kept, start, start + width)
            yield token
            yield from _twice(text, token)
    yield from _people(text, start)


def _people(text: str, start: int) -> Iterable[Token]:
    """Give a person named by surname: 王处, 李老师, 小张."""
    known = vocabulary()
    if text[start] in "小老" and "surname" in known.get(text[start + 1 : start + 2], ()):
        yield Token(text[start : start + 2], _PERSON, start, start + 2)
    if "surname" not in known.get(text[start], ()):
        return
    for width in range(1, min(LONGEST_TITLE, len(text) - start - 1) + 1):
        if "title" in known.get(text[start + 1 : start + 1 + width], ()):
            yield Token(text[start : start + 1 + width], _PERSON, start, start + 1 + width)


def _twice(text: str, token: Token) -> Iterable[Token]:
    """Give a verb that is said twice, once more: 参考参考, 问一问."""
    if not token.is_a(*VERBS):
        return
    for between in ("", "一"):
        end = token.end + len(between) + len(token.word)
        if text[token.end : end] == between + token.word:
            yield Token(text[token.start : end], token.classes | {"briefly said"}, token.start, end)


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether a Latin word would be cut out of a longer one."""
    if not text[start].isascii():
        return False
    beside = (text[start - 1 : start], text[end : end + 1])
    return any(one < FIRST_HAN and (one.isalnum() or one in JOINING) for one in beside if one)


def beginnings(text: str, *, taking_up: bool = False) -> dict[int, Path]:
    """Return how a folded text begins with words of talk: for each place where one ends, the fewest words to there.

    `taking_up` lets in the words that only take up a question that was asked before.
    """
    best: dict[int, Path] = {0: ()}
    for start in range(len(text)):
        path = best.get(start)
        if path is None:
            continue
        for token in _at(text, start, taking_up=taking_up):
            kept = best.get(token.end)
            if kept is None or len(kept) > len(path) + 1:
                best[token.end] = (*path, token)
    return best


def endings(text: str) -> dict[int, Path]:
    """Return how a folded text ends with words of talk: the fewest words from each place."""
    best: dict[int, Path] = {len(text): ()}
    for start in range(len(text) - 1, -1, -1):
        ways = ((token, *best[token.end]) for token in _at(text, start, taking_up=False) if token.end in best)
        way = min(ways, key=len, default=None)
        if way is not None:
            best[start] = way
    return best


def offsets_of(text: str) -> list[int]:
    """Return where each character of a text folded by `spaced` stands in the text itself."""
    return [at for at, char in enumerate(text) for _ in folding()[ord(char)]]


def is_talk(text: str) -> bool:
    """Whether a text is nothing but words of talk: 这个说法出自哪里, 查一下, 出处？, nothing at all."""
    folded = spaced(text)
    return len(folded) in beginnings(folded, taking_up=True)


def clauses(path: Path) -> list[Path]:
    """Cut a path at marks; blanks are left out."""
    found: list[list[Token]] = [[]]
    for token in path:
        if token.breaks:
            found.append([])
        elif not token.divides:
            found[-1].append(token)
    return [tuple(some) for some in found if some]
