"""What a button carries in its value, and a window in its metadata and fields: read as a stranger's input.

Nothing in it is believed: a code is looked up, a range is moved to whole sentences of the text that is
stored, a query is a query like any other, a window is taken back only from whom it was shown to. What cannot
be read is None, and the user is told.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self

from corpus.search.query.language import LONGEST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.vocabulary import Span

VALUE = 2_000  # characters of a button's value that Slack takes (docs.slack.dev/reference/block-kit/block-elements)
MARKED = 60  # highlights that a button carries; a passage with more shows them all, but shares the first ones
_WINDOW = re.compile(
    r"w2\|([TE][0-9A-Z]{1,30})\|([CGDU][0-9A-Z]{1,30})\|([UW][0-9A-Z]{1,30})"
    r"\|((?:[0-9]{1,12}\.[0-9]{1,8})?)\|([0-9a-f]{0,16})"
)


class ButtonValue:
    """What a button's value says. Each kind has the `FORM` it is written in, which no other kind's value has."""

    __slots__ = ()
    FORM: ClassVar[re.Pattern[str]]

    @classmethod
    def read(cls, value: str) -> Self | None:
        """Read a button's value; None where it is not one of ours, or of another kind."""
        found = cls.FORM.fullmatch(value) if len(value) <= VALUE else None
        return cls._of(found) if found else None

    @classmethod
    def _of(cls, found: re.Match[str]) -> Self:
        return cls(*found.groups())


@dataclass(frozen=True, slots=True)
class SharedPassage(ButtonValue):
    """A passage that can be shared: the `answer` it was shown in, a range in its section, highlights there."""

    FORM = re.compile(
        r"s1\|([0-9a-f]{1,16})\|([0-9a-z-]{1,20})\|(\d{1,7})-(\d{1,7})((?:\|\d{1,7}-\d{1,7}){0,60})"
    )
    answer: str
    code: str
    start: int
    end: int
    hits: tuple[Span, ...] = ()

    def value(self) -> str:
        """Write it as a button's value."""
        hits = "".join(f"|{start}-{end}" for start, end in self.hits[:MARKED])
        return f"s1|{self.answer}|{self.code}|{self.start}-{self.end}{hits}"

    @classmethod
    def _of(cls, found: re.Match[str]) -> Self:
        pairs = (pair.split("-") for pair in found[5].split("|") if pair)
        hits = tuple((int(start), int(end)) for start, end in pairs)
        return cls(found[1], found[2], int(found[3]), int(found[4]), hits)


@dataclass(frozen=True, slots=True)
class QuoteRef(ButtonValue):
    """The words that a button is about: a range in the section with this code."""

    FORM = re.compile(r"d1\|([0-9a-z-]{1,20})\|(\d{1,7})-(\d{1,7})")
    code: str
    start: int
    end: int

    def value(self) -> str:
        """Write it as a button's value."""
        return f"d1|{self.code}|{self.start}-{self.end}"

    @classmethod
    def _of(cls, found: re.Match[str]) -> Self:
        return cls(found[1], int(found[2]), int(found[3]))


@dataclass(frozen=True, slots=True)
class PageTurn(ButtonValue):
    """A page to turn to: of what `kind` of list, in which answer, from which `offset`, for which `words`."""

    FORM = re.compile(r"t1\|([a-z]{1,12})\|([0-9a-f]{1,16})\|(\d{1,6})\|(.*)", re.DOTALL)
    kind: str
    answer: str
    offset: int
    words: str = ""

    def value(self) -> str:
        """Write it as a button's value."""
        return f"t1|{self.kind}|{self.answer}|{self.offset}|{self.words}"

    @classmethod
    def _of(cls, found: re.Match[str]) -> Self:
        return cls(found[1], found[2], int(found[3]), found[4][:LONGEST])


@dataclass(frozen=True, slots=True)
class NamedInitiative(ButtonValue):
    """An initiative that a button is about, and the `answer` whose card it stood on."""

    FORM = re.compile(r"n1\|([0-9a-f]{1,16})\|(.{1,200})", re.DOTALL)
    answer: str
    name: str

    def value(self) -> str:
        """Write it as a button's value."""
        return f"n1|{self.answer}|{self.name}"


@dataclass(frozen=True, slots=True)
class WindowState:
    """Who a window was shown to and for which channel: what its private_metadata carries.

    A look-up's names besides the thread (`ts`) that its buttons post to, and the answer they stand in.
    """

    team: str
    channel: str
    user: str
    ts: str = ""
    answer: str = ""

    def value(self) -> str:
        """Write it as a window's private_metadata."""
        return f"w2|{self.team}|{self.channel}|{self.user}|{self.ts}|{self.answer}"

    @classmethod
    def read(cls, view: Mapping[str, Any], team: str, user: str) -> WindowState | None:
        """Read what a view carries; None where it is not one of ours, or comes from somebody else."""
        found = _WINDOW.fullmatch(view.get("private_metadata") or "")
        return cls(*found.groups()) if found and (found[1], found[3]) == (team, user) else None


def kept_metadata(view: Mapping[str, Any]) -> str:
    """Return a view's private_metadata to be put into the view that follows it; empty where it is not ours."""
    told = view.get("private_metadata") or ""
    return told if _WINDOW.fullmatch(told) else ""


def filled(view: Mapping[str, Any], block: str, field: str) -> str:
    """Return what was typed or chosen in a field of a submitted view; empty where nothing was."""
    told = view.get("state") or {}
    for name in ("values", block, field):
        told = told.get(name) or {}
    return told.get("value") or (told.get("selected_option") or {}).get("value") or ""


def name_of(*parts: str) -> str:
    """Name an answer after the request for it, so that its shares can be told from another's."""
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:12]
