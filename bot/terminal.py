"""Answers as lines of text for the command line; highlights become bold where the terminal can."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from corpus.search.score.model import ANSWERED, explained
from corpus.text.sentences import quotable_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus.search.present.refusals import Claim, Refusal
    from corpus.search.query.analysis import Kind
    from corpus.vocabulary import Excerpt, Section
    from handlers.answer import Answer, Quoted

LACKING: Mapping[Claim, str] = {
    "name": "No passage is about {said}: those near are about another place or document.",
    "document": "The library has no document {first}: those near are of others.",
    "namesakes": "Several documents are called {first}: write the whole title.",
    "clause": "The library has {first}, but {last} was not found in it.",
    "clauses": "{first} has {second} clauses in all, and no {last}.",
    "last": "What the library has of {first} goes up to {second}; {last} is not in it.",
    "inside": "The library has {first}; no passage of it was found that is about {last}.",
    "together": "No passage was found that is about {said} at once.",
    "year": "The library has no work report of {first}; it has those of {others}.",
    "place": "The library has no work report of {first}; it has those of {others} and perhaps more.",
}
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
    if quoted.led_by is not None:
        yield f"  an item of the list under {quoted.led_by.code}: {_opening(quoted.led_by)}"
    if quoted.followed_by is not None:
        yield f"  its list follows, {quoted.followed_by.code}: {_opening(quoted.followed_by)}"
    if quoted.limited_here:
        yield f"  limited by what is left out of it: policy-bot show {quoted.section.code}"
    elif quoted.limited_by is not None:
        yield f"  limited by what follows, {quoted.limited_by.code}: {_opening(quoted.limited_by)}"


def _opening(section: Section) -> str:
    """Return the first sentence of a section."""
    start, end = quotable_sentences(section.text)[0]
    return section.text[start:end] + ("…" if section.text[end:].strip() else "")


def _lacking(refusal: Refusal) -> str:
    """Say what the library lacks of what was asked for."""
    said = " and ".join(map(repr, refusal.said))
    first, last, others = repr(refusal.said[0]), repr(refusal.said[-1]), ", ".join(refusal.said[1:])
    second = refusal.said[1] if len(refusal.said) > 1 else ""
    return LACKING[refusal.claim].format(said=said, first=first, second=second, last=last, others=others)


def _without_answer(answer: Answer) -> Iterator[str]:
    """Say of each side of a comparison that has no answer that it has none, and why."""
    for side in answer.sides:
        if not side.answered:
            why = f" {_lacking(side.refusal)}" if side.refusal.lacking else ""
            yield f"No answer for {side.asked!r}.{why}"


def _missed(answer: Answer) -> Iterator[str]:
    """Say that nothing holds the query as typed, and what was found instead."""
    if answer.did_you_mean:
        yield f"Nothing holds {answer.query!r} as typed; found: {answer.did_you_mean}"
    elif answer.phrase_missed:
        yield "The phrase in quotation marks stands nowhere; these come near."


def answer_lines(answer: Answer, *, bold: bool, explain: bool = False) -> Iterator[str]:
    """Give the lines of an answer to a query."""
    if answer.hint:
        yield answer.hint
        return
    if not answer.answered:
        yield f"Nothing in the library answers {answer.query!r}."
        if answer.lacking:
            yield _lacking(answer.refusal)
        near = [answer.did_you_mean] if answer.did_you_mean else list(answer.suggestions)
        if near:
            yield f"Nearest: {'、'.join(near)}"
        if explain:
            yield from _explained(answer, bold=bold)
        return
    yield from _missed(answer)
    yield from _without_answer(answer)
    if explain:
        yield _kind(answer)
    for quoted in answer.passages:
        yield from _found(quoted, bold=bold)
        if explain:
            yield from _parts(quoted, answer.kind)
    yield from _refused(answer)
    yield f"{len(answer.passages)} of {answer.total}{' or more' if answer.more else ''}"


def _found(quoted: Quoted, *, bold: bool) -> Iterator[str]:
    """Give a passage with its rank, how it matched and where else it stands."""
    match = quoted.match
    full = f": {match.expansion}" if match and match.expansion else ""
    how = f" [{match.matched} {match.score:.3f}{full}]" if match else ""
    yield f"{quoted.rank}.{how} {quoted.section.code}"
    yield from passage_lines(quoted, bold=bold)
    if match and match.also:
        yield f"  also in {len(match.also)}: {', '.join(section.code for section in match.also)}"


def _kind(answer: Answer) -> str:
    return f"Kind of query: {answer.kind}"


def _explained(answer: Answer, *, bold: bool) -> Iterator[str]:
    """Give what was looked at for a query that was not answered."""
    yield _kind(answer)
    if not answer.looked_at:
        yield "No passage holds enough of it to be weighed."
        yield from _refused(answer)
        return
    yield f"Looked at, and below the {ANSWERED} from which a passage is an answer:"
    for quoted in answer.looked_at:
        yield from _found(quoted, bold=bold)
        yield from _parts(quoted, answer.kind)
    yield from _refused(answer)


def _refused(answer: Answer) -> Iterator[str]:
    """Give the passages that came near and are not shown, by the rule that refused them, where that was asked for."""
    rules = dict.fromkeys(rule for _, rule in answer.refused)
    for name in rules:
        codes = [code for code, rule in answer.refused if rule == name]
        yield f"Refused by {name}: {', '.join(codes)}"


def _parts(quoted: Quoted, kind: Kind) -> Iterator[str]:
    """Give the parts of a score: the value of each, and times which weight it counts for order and decision."""
    match = quoted.match
    if match is None or not match.parts:
        return
    parts = explained(kind, dict(match.parts))
    columns = [(part, part.rank) for part in parts], [(part, part.sure) for part in parts]
    yield f"    decided by {match.rule}"
    yield f"    {'part':<10}{'value':>7}{'rank':>18}{'sure':>18}"
    for part in parts:
        worth = (f"{weight:+.3f} = {weight * part.value:+.3f}" for weight in (part.rank, part.sure))
        yield f"    {part.name:<10}{part.value:>7.3f}" + "".join(f"{one:>18}" for one in worth)
    rank, sure = (sum(part.value * weight for part, weight in column) for column in columns)
    yield f"    {'in all':<17}{rank:>18.3f}{sure:>18.3f}, which is {1 / (1 + exp(-sure)):.3f} by the weights alone"
