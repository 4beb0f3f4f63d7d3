"""What the bot answers, free of Slack: frozen values that each listener has rendered in its own way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.search.present.refusals import Refusal

if TYPE_CHECKING:
    from corpus.search.present.matches import Side
    from corpus.search.query.analysis import Kind
    from corpus.search.query.taking_up import Follow
    from corpus.vocabulary import Article, Citation, Excerpt, Match, Section


@dataclass(frozen=True, slots=True)
class Quoted:
    """One passage ready to be shown: where it stands, what is quoted of it and how to cite it.

    `limited_by` is a later passage where that takes back part of this one (但…, …除外, 前款规定不适用…); this
    one itself where what the excerpt leaves out behind it does. `led_by` is the lead in a colon of the list
    that this passage is an item of, `followed_by` the first one of the list that this passage leads.
    """

    article: Article
    section: Section
    excerpt: Excerpt
    citation: Citation
    cited: str
    rank: int = 1
    match: Match | None = None
    limited_by: Section | None = None
    led_by: Section | None = None
    followed_by: Section | None = None

    @property
    def limited_here(self) -> bool:
        """Whether what is left out of this very passage limits what is quoted of it."""
        return self.limited_by is not None and self.limited_by.code == self.section.code


NO_REFUSAL = Refusal()
Problem = Literal["unreadable", "unmatched", "repeated", "empty", "wordless"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query: one page (`offset`, at most `limit` passages) of `total` passages found.

    `more` says that there are further ones than `total`. `answered` is False when the library holds no answer;
    then `passages` is empty, `refusal` says what may be said of that, and `did_you_mean` what may have been meant.
    `hint` says what is wrong with the query, `problem` of which kind that is: a filter that nobody can read, one that
    no article passes, one that is there twice, nothing to look for. Where the query is nothing but talk
    (`wordless`), `follow` says what it wants of the question before it, and `left` the year, place or clause in it.
    `phrase_missed` says that the phrase in quotation marks stands nowhere, so that near passages are shown. `kind` is
    what kind of query it proved to be; `looked_at`, filled on request, the best passages that were no answer, and so
    `refused`, the codes of what came near and is not shown, each with the name of the rule that refused it.
    `sides` are those of a comparison, whose passages come in turn.
    """

    query: str
    passages: tuple[Quoted, ...] = ()
    total: int = 0
    more: bool = False
    offset: int = 0
    limit: int = 5
    answered: bool = False
    did_you_mean: str | None = None
    phrase_missed: bool = False
    kind: Kind = "name"
    looked_at: tuple[Quoted, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    refusal: Refusal = NO_REFUSAL
    hint: str = ""
    problem: Problem = "unreadable"
    follow: Follow | None = None
    left: str = ""
    sides: tuple[Side, ...] = ()

    @property
    def suggestions(self) -> tuple[str, ...]:
        """Terms of the library near a query that is not answered."""
        return self.refusal.suggestions

    @property
    def lacking(self) -> str:
        """The place or document that no passage is about, though some about others come near."""
        return self.refusal.lacking


@dataclass(frozen=True, slots=True)
class Shown:
    """What a code stands for: the passage, and since when it is gone (ISO time) if it was removed."""

    quoted: Quoted
    removed_at: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the library's articles, each with its number of sections."""

    articles: tuple[tuple[Article, int], ...]
    total: int
    offset: int = 0
    limit: int = 20
