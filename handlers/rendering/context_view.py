"""A passage in its place: the window with the section it stands in, its neighbours, and the way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.button_values import QuoteRef
from handlers.ranges import first_sentences, last_sentences, quote_range
from handlers.rendering.buttons import CONTEXT, button
from handlers.rendering.passage_blocks import LOOKS, WHOLE, source_of
from handlers.rendering.sheet import Sheet, TextRun, runs_of
from handlers.rendering.split_passages import pieces_of
from handlers.slack_api.block_limits import fits
from handlers.slack_api.literal_text import plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.vocabulary import Excerpt, Section, Span
    from handlers.answer import Quoted
    from handlers.replies import Replies
    from handlers.replies_daily import DailyReplies

TURN = f"{CONTEXT}_"
# characters kept before and after the passage, and of each neighbour: from roomy to narrow
ROOMS = ((1_600, 400), (600, 200), (200, 100), (0, 0))


def context_view(
    quoted: Quoted,
    around: tuple[Section | None, Section | None],
    places: Sequence[str],
    replies: Replies,
) -> dict[str, Any]:
    """Draw the passage bold in its section, between its neighbours, as roomily as a window allows.

    `places` are those of the neighbours in their law, empty where they have none.
    """
    sheet, said = Sheet(), replies.daily
    for own, near in ROOMS:
        sheet = _drawn(quoted, around, _labels(around, places, said), replies, (own, near))
        if fits(sheet.blocks):
            break
    else:
        sheet = _in_pieces(quoted, around, replies)
    view = {"type": "modal", "title": plain_text(said.context_title), "close": plain_text(said.close)}
    return {**view, "blocks": sheet.blocks}


def _drawn(
    quoted: Quoted,
    around: tuple[Section | None, Section | None],
    labels: Sequence[str],
    replies: Replies,
    room: Span,
) -> Sheet:
    sheet, said = Sheet(), replies.daily
    (before, after), (own, near) = around, room
    if before is not None and near:
        _put(sheet, last_sentences(before, near), said.previous_is.format(place=labels[0]))
    excerpt = _in_place(quoted, own)
    sheet.quote(_runs(excerpt), source_of(quoted, LOOKS[0], replies))
    if after is not None and near:
        _put(sheet, first_sentences(after, 0, near), said.following_is.format(place=labels[1]))
    _put_turns(sheet, around, said)
    return sheet


def _in_pieces(quoted: Quoted, around: tuple[Section | None, Section | None], replies: Replies) -> Sheet:
    """Put a passage that fills more than a message on a sheet: a window holds it, in several blocks."""
    sheet = Sheet()
    if len(quoted.excerpt.text) > WHOLE.most:
        sheet.say(replies.left_out.format(length=len(quoted.section.text), code=quoted.section.code))
    else:
        pieces = pieces_of(_runs(quote_range(quoted.section, quoted.excerpt.start, quoted.excerpt.end)))
        for number, piece in enumerate(pieces[:-1], start=1):
            place = replies.part_of.format(number=number, total=len(pieces), code=quoted.section.code)
            sheet.quote(piece, [place])
        sheet.quote(pieces[-1], source_of(quoted, LOOKS[0], replies))
    _put_turns(sheet, around, replies.daily)
    return sheet


def _in_place(quoted: Quoted, room: int) -> Excerpt:
    """Cut the section so that at least the passage stands in it; a passage that is the whole is not bold."""
    section, start, end = quoted.section, quoted.excerpt.start, quoted.excerpt.end
    if (start, end) == (0, len(section.text)):
        return first_sentences(section, 0, 2 * room)
    return quote_range(section, max(0, start - room), min(len(section.text), end + room), [(start, end)])


def _labels(
    around: tuple[Section | None, Section | None], places: Sequence[str], said: DailyReplies
) -> list[str]:
    """Say which sections the neighbours are, by their place in a law or their number; the lead has none."""
    return [
        place or (said.numbered.format(number=one.number) if one and one.number else said.lead)
        for one, place in zip(around, places, strict=True)
    ]


def _put(sheet: Sheet, excerpt: Excerpt, source: str) -> None:
    sheet.quote(_runs(excerpt), [source])


def _runs(excerpt: Excerpt) -> tuple[TextRun, ...]:
    cuts = {"cut_before": excerpt.cut_before, "cut_after": excerpt.cut_after}
    return runs_of(excerpt.text, excerpt.highlights, **cuts)


def _put_turns(sheet: Sheet, around: tuple[Section | None, Section | None], said: DailyReplies) -> None:
    """Put the way to the neighbours under the passage, where there are any."""
    labels = (said.previous, said.following)
    sheet.buttons(
        *(
            button(label, f"{TURN}{number}", QuoteRef(section.code, 0, len(section.text)).value())
            for number, (label, section) in enumerate(zip(labels, around, strict=True))
            if section is not None
        )
    )
