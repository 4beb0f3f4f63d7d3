"""The words this house speaks: the frozen dataclasses that every room shares. One thing has one name."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal

BlockKind = Literal["title", "author", "lead", "heading", "paragraph"]
Matched = Literal["exact", "near", "pinyin", "alias", "heading"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a document in reading order, its lines joined and nothing else changed.

    `level` (1 is the top) belongs to headings only; `run_in` is the short topic sentence that opens a
    paragraph, a prefix of `text`; `certainty` runs from 0 to 1 and says how sure the reader is of the
    block's kind and ends; `doubt` says in words why it is low.
    """

    kind: BlockKind
    text: str
    level: int | None = None
    run_in: str | None = None
    certainty: float = 1.0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """What the reader saw in one document.

    `parts` holds every block as printed, title, author and lead with their marks (作者：, 摘要：) included;
    `title`, `author` and `lead` are the values without the marks. `furniture` is what was left out: page
    numbers, running heads, site navigation, each as it stood. `remarks` says in words, with the place, what
    cannot be shown to be whole: a page without text, bytes that are no character.
    """

    title: str
    author: str | None
    lead: str | None
    parts: tuple[Block, ...]
    furniture: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The headings and paragraphs, in reading order."""
        return tuple(block for block in self.parts if block.kind in {"heading", "paragraph"})


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of an article, without its text. Dates are ISO (2018, 2018-10 or 2018-10-23)."""

    id: str
    title: str
    author: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    status: str | None = None
    document_number: str | None = None
    effective: str | None = None
    lead: str | None = None


DETAILS = tuple(field.name for field in fields(Article))
"""The names of what is known of an article, in the order of its fields."""


@dataclass(frozen=True, slots=True)
class Past:
    """What an export tells of a version: its number, when it came, the digest of the bytes it was first read from.

    `removed_at` says when the article was removed while this was its newest version. Instants are ISO texts.
    """

    version: int
    added_at: str
    digest: str
    removed_at: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read from a file: its bytes, what is known of it, its outline and its canonical text.

    `text` is the canonical text: the printed parts joined by one line feed each; sections are slices of it.
    """

    article: Article
    outline: Outline
    text: str
    raw: bytes
    digest: str
    codes: tuple[str, ...] = ()  # of its sections in order, where an export of a store gave them
    past: Past | None = None  # where an export of a store gave it
    source_path: bytes | None = None  # of its file, where the file is this one document
    given: tuple[tuple[str, str], ...] = ()  # what a curator gave with it, by field; empty takes back
    read_as: str = ""  # tells by which program and with which options the bytes were read


@dataclass(frozen=True, slots=True)
class Section:
    """One paragraph, or the lead (or a part of a very long one): `text` stands in the canonical text at `start`.

    `number` counts the paragraphs of an article from 1; its lead has 0, a lead of several parts the numbers up to 0.
    `headings` is the path of titles above it, outermost first. `code` is its permanent name, empty until
    it is stored. `run_in` is the length in characters of the run-in head that opens it, 0 for none.
    """

    article: str
    number: int
    headings: tuple[str, ...]
    text: str
    start: int
    code: str = ""
    run_in: int = 0

    @property
    def end(self) -> int:
        """Where the section ends in the canonical text."""
        return self.start + len(self.text)

    @property
    def is_lead(self) -> bool:
        """Whether it is the lead of its article, or a part of it."""
        return self.number < 1


@dataclass(frozen=True, slots=True)
class Part:
    """One named part of a score: its `value`, and what a value of 1 is worth for the order and for the decision."""

    name: str
    value: float
    rank: float
    sure: float


@dataclass(frozen=True, slots=True)
class Match:
    """How well one section answers a query: `score` from 0 to 1, its named `parts`, and where.

    `rule` says what settled the score: a rule of `corpus/search/decide/rules.py` by its name, or weights.
    `spans` are the matched stretches as offsets into `section.text`, in order, none overlapping. `also` holds
    the other sections with the same text; `expansion` is what an abbreviation stands for, in the words of the
    section.
    """

    section: Section
    score: float
    matched: Matched
    spans: tuple[Span, ...]
    parts: tuple[tuple[str, float], ...] = ()
    also: tuple[Section, ...] = ()
    expansion: str = ""
    rule: str = "weights"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A slice of a section, `text == section.text[start:end]`; `highlights` are offsets into `text`."""

    text: str
    start: int
    end: int
    highlights: tuple[Span, ...] = ()
    cut_before: bool = False
    cut_after: bool = False

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text):
            message = f"excerpt of {len(self.text)} characters claims {self.start} to {self.end}"
            raise ValueError(message)
        last = 0
        for start, end in self.highlights:
            if not last <= start < end <= len(self.text):
                message = f"highlight {start} to {end} lies outside, overlaps or is empty"
                raise ValueError(message)
            last = end


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quotation stands; a missing field is left out and never guessed.

    `place` is its place in a law as lawyers cite it, 第六十条第一款第（一）项; empty where that cannot be counted.
    `repealed` is the status of a document that is not in force any more, empty for any other.
    """

    title: str
    author: str | None
    headings: tuple[str, ...]
    number: int
    code: str
    source: str | None = None
    published: str | None = None
    url: str | None = None
    document_number: str | None = None
    place: str = ""
    repealed: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an initiative is named: offsets into the text of the section with this code."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Initiative:
    """A named policy initiative (数字工匠, “1+N”): its other names and every place that names it."""

    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = field(default=())
    note: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """An initiative as read out of one article, before its sections have codes.

    `occurrences` are (number of the section among the article's, from 1; start; end), offsets into the section's text.
    """

    name: str
    aliases: tuple[str, ...] = ()
    occurrences: tuple[tuple[int, int, int], ...] = ()
