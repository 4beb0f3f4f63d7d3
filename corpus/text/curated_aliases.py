"""A curator's aliases: lines of a short form and what it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EXAMPLE = "社保法 = 社会保险法"
LONGEST = 60  # letters of either side: a title, and no sentence
SHORTEST = 2  # letters of an alias: a single character stands in every text
_EQUALS, _APART = ("=", "＝"), ("；", ";")


@dataclass(frozen=True, slots=True)
class Alias:
    """A short form as typed, and the full forms it stands for, as typed, the first one first."""

    short: str
    full: tuple[str, ...]


def load(text: str) -> tuple[Alias, ...]:
    """Return the aliases of a list, in its order; ReadingError, with the number of the line, for a faulty one.

    A line is `短 = 全` or `短 = 全；全`; an empty line, and one that begins with #, says nothing. What is given
    twice is joined: `load("社保 = 社会保险")` is `(Alias("社保", ("社会保险",)),)`.
    """
    found: dict[str, Alias] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith(("#", "＃")):
            continue
        one = _alias(line, number)
        key = normalize_letters(one.short)
        held = found.get(key, Alias(one.short, ()))
        found[key] = Alias(held.short, tuple(dict.fromkeys((*held.full, *one.full))))
    return tuple(found.values())


def written(aliases: Iterable[Alias]) -> Iterator[str]:
    """Yield the lines of a list that `load` reads back to the same aliases."""
    return (f"{one.short} = {'；'.join(one.full)}" for one in aliases)


def _alias(line: str, number: int) -> Alias:
    """Return the alias of one line."""
    for mark in _EQUALS[1:]:
        line = line.replace(mark, _EQUALS[0])
    for mark in _APART[1:]:
        line = line.replace(mark, _APART[0])
    short, equals, rest = line.partition(_EQUALS[0])
    full = tuple(dict.fromkeys(one.strip() for one in rest.split(_APART[0]) if normalize_letters(one)))
    if not equals or not full:
        raise _fault(f"has nothing after = in line {number}", line)
    letters = normalize_letters(short)
    if not SHORTEST <= len(letters) <= LONGEST:
        raise _fault(f"needs {SHORTEST} to {LONGEST} characters before = in line {number}", line)
    if any(len(normalize_letters(one)) > LONGEST for one in full):
        raise _fault(f"has more than {LONGEST} characters for one name in line {number}", line)
    if letters in map(normalize_letters, full):
        raise _fault(f"says in line {number} that a name stands for itself", line)
    return Alias(short.strip(), full)


def _fault(what: str, line: str) -> ReadingError:
    return ReadingError(
        f"the list of aliases {what}", which=line.strip()[:LONGEST], next_step=f"write {EXAMPLE}"
    )
