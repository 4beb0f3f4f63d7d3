"""A passage on a sheet: the quotation first, then title, author, heading path and citation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from corpus.quoting.excerpts import cut
from corpus.quoting.limits import limits_behind
from handlers.incoming.mrkdwn import one_line
from handlers.ranges import first_sentences, quote_range
from handlers.rendering.sheet import LEFT_OUT, Sheet, TextRun, runs_of
from handlers.slack_api.block_limits import fits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.vocabulary import Excerpt, Section
    from handlers.answer import Quoted
    from handlers.rendering.sheet import Piece
    from handlers.replies import Replies
    from handlers.slack_api.message import Message

Room = TypeVar("Room")
NAMED = 3  # other places whose codes are told
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

# for a passage in several messages (handlers/rendering/split_passages.py)
WHOLE = Look(excerpt=7_000, title=400, cited=True, most=30_000)


def longest_sentence(quoted: Quoted) -> int:
    """Return how long the first sentence of an excerpt is: the least that can be quoted of it."""
    return len(shortened(quoted, 1).text)


def fitted(draw: Callable[[Look], Sheet]) -> Message:
    """Draw passages as roomily as Slack's size of a message allows."""
    return roomiest(draw, LOOKS)


def roomiest(draw: Callable[[Room], Sheet], rooms: Sequence[Room]) -> Message:
    """Draw in the first of several sizes that fits a message; where none does, the plain text goes out."""
    for room in rooms:
        message = draw(room).message()
        if fits(message.blocks):
            return message
    return message.plain()


def put_passage(sheet: Sheet, quoted: Quoted, look: Look, replies: Replies) -> Excerpt:
    """Put a passage on the sheet and return what was quoted of it."""
    excerpt = shortened(quoted, look.excerpt)
    source = [*source_of(quoted, look, replies)]
    if len(excerpt.text) > look.most:
        note = replies.left_out.format(length=len(excerpt.text), code=quoted.section.code)
        sheet.quote((TextRun(LEFT_OUT),), [note, "\n", *source])
        return excerpt
    text = quoted.section.text
    before, after = bool(text[: excerpt.start].strip()), bool(text[excerpt.end :].strip())
    source += bearing_on(quoted, excerpt, replies)
    runs = runs_of(excerpt.text, excerpt.highlights, cut_before=before, cut_after=after)
    sheet.quote(runs, source)
    return excerpt


def bearing_on(quoted: Quoted, excerpt: Excerpt, replies: Replies) -> Iterator[str]:
    """Give a line for each passage without which this one, as it is quoted here, would mislead."""
    if quoted.led_by is not None:
        yield replies.led_by.format(code=quoted.led_by.code)
    if quoted.followed_by is not None:
        yield replies.followed_by.format(code=quoted.followed_by.code)
    if limits_behind(quoted.section.text, excerpt.end):
        yield replies.limited_here.format(code=quoted.section.code)
    elif quoted.limited_by is not None and not quoted.limited_here:
        yield replies.limited_by.format(code=quoted.limited_by.code)


def source_of(quoted: Quoted, look: Look, replies: Replies) -> list[Piece]:
    """Return title, author, heading path and citation, and how the passage matched, as pieces of text."""
    article, section = quoted.article, quoted.section
    pieces: list[Piece] = [TextRun(one_line(article.title, look.title), bold=True)]
    if article.author:
        pieces.append(f" · {one_line(article.author, look.title)}")
    if section.headings:
        pieces.append("\n" + PATH.join(one_line(heading, look.title) for heading in section.headings))
    cited = quoted.cited if look.cited else f"\u3014{section.code}\u3015"
    pieces.append(f"\n{cited}")
    if quoted.match is not None:
        pieces.append(f" · {replies.matched[quoted.match.matched]}")
        if quoted.match.expansion:
            pieces.append(replies.expansion.format(full=one_line(quoted.match.expansion, look.title)))
        if quoted.match.also:
            pieces.append(also_of(quoted.match.also, look, replies))
    return pieces


def also_of(places: Sequence[Section], look: Look, replies: Replies) -> str:
    """Say in how many other places the same stands, and, where there is room, in which."""
    codes = "、".join(place.code for place in places[:NAMED]) if look.cited else ""
    return (replies.also if codes else replies.also_count).format(count=len(places), codes=codes)


def shortened(quoted: Quoted, limit: int) -> Excerpt:
    """Return the excerpt in at most `limit` characters where its sentences allow; they stay whole."""
    excerpt, match = quoted.excerpt, quoted.match
    if match is not None:
        nearer = excerpt if len(excerpt.text) <= limit else cut(match, limit)
        return quote_range(quoted.section, nearer.start, nearer.end, match.spans)
    if len(excerpt.text) <= limit:
        return excerpt
    hits = [(start + excerpt.start, end + excerpt.start) for start, end in excerpt.highlights]
    return first_sentences(quoted.section, excerpt.start, limit, hits)
