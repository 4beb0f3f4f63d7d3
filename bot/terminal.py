"""Answers as lines of text for the command line; highlights become bold where the terminal can."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.vocabulary import Excerpt
    from handlers.answer import Answer, Quoted

BOLD, PLAIN = "\033[1m", "\033[0m"


def quotation(excerpt: Excerpt, *, bold: bool) -> str:
    """Return the excerpt on one line, matched stretches in bold, `…` where it was cut."""
    text = excerpt.text
    if bold:
        for start, end in reversed(excerpt.highlights):
            text = f"{text[:start]}{BOLD}{text[start:end]}{PLAIN}{text[end:]}"
    return f"{'…' if excerpt.cut_before else ''}{text}{'…' if excerpt.cut_after else ''}"


def passage_lines(quoted: Quoted, *, bold: bool) -> Iterator[str]:
    """Give the quotation and, under it, where it stands."""
    yield f"  {quotation(quoted.excerpt, bold=bold)}"
    yield f"  — {quoted.cited}"


def answer_lines(answer: Answer, *, bold: bool, explain: bool = False) -> Iterator[str]:
    """Give the lines of an answer to a query."""
    if answer.hint:
        yield answer.hint
        return
    if not answer.answered:
        yield f"Nothing in the library answers {answer.query!r}."
        near = [answer.did_you_mean] if answer.did_you_mean else list(answer.suggestions)
        if near:
            yield f"Nearest: {'、'.join(near)}"
        return
    if answer.phrase_missed:
        yield "The phrase in quotation marks stands nowhere; these come near."
    for quoted in answer.passages:
        match = quoted.match
        full = f": {match.expansion}" if match and match.expansion else ""
        how = f" [{match.matched} {match.score:.3f}{full}]" if match else ""
        yield f"{quoted.rank}.{how} {quoted.section.code}"
        yield from passage_lines(quoted, bold=bold)
        if match and match.also:
            yield f"  also in {len(match.also)}: {', '.join(section.code for section in match.also)}"
        if explain and match:
            yield "    " + ", ".join(f"{name} {value:.3f}" for name, value in match.parts)
    yield f"{len(answer.passages)} of {answer.total}{' or more' if answer.more else ''}"
