"""A passage on a sheet: the quotation first, then title, author, heading path and citation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.quoting.excerpts import cut
from corpus.quoting.sentences import split
from corpus.vocabulary import Excerpt
from handlers.drawing.sheet import LEFT_OUT, Run, Sheet, runs_of
from handlers.limits import fits
from handlers.mrkdwn import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.vocabulary import Section, Span
    from handlers.answer import Quoted
    from handlers.drawing.sheet import Piece
    from handlers.message import Message
    from handlers.replies import Replies

PATH = " \u203a "  # a small angle, as on web pages


@dataclass(frozen=True, slots=True)
class Look:
    """How much room a passage gets: characters of excerpt and of each title; the full citation or not.

    An excerpt is whole sentences, so it may be longer than `excerpt`; one longer than `most` is left out,
    and said to be.
    """

    excerpt: int
    title: int
    cited: bool
    most: int


# from roomy to narrow; the last fits three passages into a message whatever the library holds
LOOKS = (
    Look(excerpt=1_600, title=400, cited=True, most=1_800),
    Look(excerpt=400, title=400, cited=True, most=1_800),
    Look(excerpt=240, title=400, cited=True, most=1_500),
    Look(excerpt=240, title=120, cited=False, most=800),
    Look(excerpt=120, title=60, cited=False, most=300),
)


def fitted(draw: Callable[[Look], Sheet]) -> Message:
    """Draw as roomily as Slack's size of a message allows."""
    for look in LOOKS:
        message = draw(look).message()
        if fits(message.blocks):
            return message
    return message.plain()


def put_passage(sheet: Sheet, quoted: Quoted, look: Look, replies: Replies) -> Excerpt:
    """Put a passage on the sheet and return what was quoted of it."""
    excerpt = shortened(quoted, look.excerpt)
    source = [*source_of(quoted, look, replies)]
    if len(excerpt.text) > look.most:
        note = replies.left_out.format(length=len(excerpt.text), code=quoted.section.code)
        sheet.quote((Run(LEFT_OUT),), [note, "\n", *source])
        return excerpt
    runs = runs_of(
        excerpt.text, excerpt.highlights, cut_before=excerpt.cut_before, cut_after=excerpt.cut_after
    )
    sheet.quote(runs, source)
    return excerpt


def source_of(quoted: Quoted, look: Look, replies: Replies) -> list[Piece]:
    """Return title, author, heading path and citation, and how the passage matched, as pieces of text."""
    article, section = quoted.article, quoted.section
    pieces: list[Piece] = [Run(one_line(article.title, look.title), bold=True)]
    if article.author:
        pieces.append(f" · {one_line(article.author, look.title)}")
    if section.headings:
        pieces.append("\n" + PATH.join(one_line(heading, look.title) for heading in section.headings))
    cited = quoted.cited if look.cited else f"\u3014{section.code}\u3015"
    pieces.append(f"\n{cited}")
    if quoted.match is not None:
        pieces.append(f" · {replies.matched[quoted.match.matched]}")
    return pieces


def shortened(quoted: Quoted, limit: int) -> Excerpt:
    """Return the excerpt in at most `limit` characters where its sentences allow; they stay whole."""
    excerpt, match = quoted.excerpt, quoted.match
    if match is not None:
        nearer = excerpt if len(excerpt.text) <= limit else cut(match, limit)
        return quote_range(quoted.section, nearer.start, nearer.end, match.spans)
    if len(excerpt.text) <= limit:
        return excerpt
    return first_sentences(quoted.section, excerpt.start, limit)


def first_sentences(section: Section, start: int, limit: int) -> Excerpt:
    """Quote whole sentences from `start` on: the first, and more as long as they stay within `limit`."""
    ends = [end for _, end in split(section.text) if end > start]
    within = [end for end in ends if end - start <= limit]
    end = within[-1] if within else ends[0]
    return quote_range(section, start, end)


def quote_range(section: Section, start: int, end: int, hits: Sequence[Span] = ()) -> Excerpt:
    """Quote a range of a section, moved outwards to whole sentences; `hits` in it are highlighted."""
    text = section.text
    touched = [span for span in split(text) if span[1] > start and span[0] < end]
    first, last = (touched[0][0], touched[-1][1]) if touched else (0, len(text))
    inside = ((max(left, first) - first, min(right, last) - first) for left, right in hits)
    return Excerpt(
        text[first:last],
        first,
        last,
        highlights=tuple((left, right) for left, right in inside if left < right),
        cut_before=bool(text[:first].strip()),
        cut_after=bool(text[last:].strip()),
    )
