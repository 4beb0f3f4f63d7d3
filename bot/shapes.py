"""The JSON that leaves the house. Its names and shapes are a contract: docs/contract.md, held by a test."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from corpus.search.score.model import explained

if TYPE_CHECKING:
    from corpus.search.query.analysis import Kind
    from corpus.vocabulary import Article, Excerpt, Match, Outline, Section
    from handlers.answer import Answer, Quoted, Shown

Shape = dict[str, Any]


def outline_shape(outline: Outline) -> Shape:
    """Return `{"title", "author", "lead", "blocks": [{"kind", "level", "text", "run_in", "certainty"}]}`."""
    names = ("kind", "level", "text", "run_in", "certainty")
    blocks = [{name: getattr(block, name) for name in names} for block in outline.blocks]
    return {"title": outline.title, "author": outline.author, "lead": outline.lead, "blocks": blocks}


def article_shape(article: Article) -> Shape:
    """Return what is known of an article; a field that is not known is null."""
    names = ("id", "title", "author", "source", "published", "url")
    return {name: getattr(article, name) for name in names}


def section_shape(section: Section) -> Shape:
    """Return a section; `text` is a slice of the article's canonical text."""
    return {
        "code": section.code,
        "number": section.number,
        "headings": list(section.headings),
        "text": section.text,
    }


def excerpt_shape(excerpt: Excerpt) -> Shape:
    """Return an excerpt: `start` and `end` count in the section's text, `highlights` in the excerpt's own."""
    spans = [list(span) for span in excerpt.highlights]
    return {"text": excerpt.text, "start": excerpt.start, "end": excerpt.end, "highlights": spans}


def passage_shape(quoted: Quoted) -> Shape:
    """Return a passage with all that stands beside it."""
    beside = {name: getattr(quoted, name) for name in ("limited_by", "led_by", "followed_by")}
    return {
        "article": article_shape(quoted.article),
        "section": section_shape(quoted.section),
        "excerpt": excerpt_shape(quoted.excerpt),
        "citation": quoted.cited,
    } | {name: section.code for name, section in beside.items() if section}


def _explained(match: Match, kind: Kind) -> Shape:
    """Return the rule that decided, the value of each part, and what it is worth: `{"rank", "sure"}` by part."""
    parts = explained(kind, dict(match.parts))
    worth = {part.name: {"rank": part.rank, "sure": part.sure} for part in parts}
    return {"rule": match.rule, "parts": dict(match.parts), "weights": worth}


def result_shape(quoted: Quoted, *, kind: Kind = "name", explain: bool = False) -> Shape:
    """Return one result of a search; with `explain` also what made its score."""
    match = quoted.match
    head: Shape = {"rank": quoted.rank}
    if match is not None:
        head |= {"score": round(match.score, 4), "matched": match.matched}
        if match.also:
            head["also"] = [section.code for section in match.also]
        if match.expansion:
            head["expansion"] = match.expansion
        if explain:
            head |= _explained(match, kind)
    return head | passage_shape(quoted)


def answer_shape(answer: Answer, took_ms: float, *, explain: bool = False) -> Shape:
    """Return the answer to a query. `hint` and `suggestions` are there only where there are any."""
    shape: Shape = {
        "query": answer.query,
        "answered": answer.answered,
        "took_ms": round(took_ms, 3),
        "total": answer.total,
        "did_you_mean": answer.did_you_mean,
        "results": [result_shape(quoted, kind=answer.kind, explain=explain) for quoted in answer.passages],
    }
    if explain:
        shape["kind"] = answer.kind
        looked = [result_shape(quoted, kind=answer.kind, explain=True) for quoted in answer.looked_at]
        shape |= {"looked_at": looked} if not answer.answered else {}
        shape["refused"] = [{"section": code, "rule": rule} for code, rule in answer.refused]
    if answer.more:
        shape["more"] = True
    if answer.hint:
        shape["hint"] = answer.hint
    if answer.lacking:
        shape |= {"lacking": answer.lacking, "claim": answer.refusal.claim, "said": list(answer.refusal.said)}
    if answer.sides:
        shape["sides"] = [{"asked": side.asked, "answered": side.answered} for side in answer.sides]
    if answer.suggestions:
        shape["suggestions"] = list(answer.suggestions)
    return shape


def shown_shape(shown: Shown) -> Shape:
    """Return the passage that a code stands for; `removed_at` is null while it stands."""
    return passage_shape(shown.quoted) | {"removed_at": shown.removed_at}


def details_shape(article: Article) -> Shape:
    """Return everything that is known of an article."""
    return asdict(article)
