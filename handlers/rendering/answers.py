"""Answers as messages: search, listing, one passage, help. The words come from the catalogue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from handlers.incoming.button_values import QuoteRef, SharedPassage
from handlers.incoming.mrkdwn import one_line
from handlers.rendering.buttons import CITE, CONTEXT, SHARE, button
from handlers.rendering.missed import missed
from handlers.rendering.page_turns import turns
from handlers.rendering.passage_blocks import fitted, put_passage, roomiest
from handlers.rendering.sheet import Sheet, TextRun
from handlers.rendering.split_passages import whole
from handlers.slack_api.message import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.search.present.refusals import Refusal
    from corpus.vocabulary import Article, Excerpt
    from handlers.answer import Answer, Listing, Problem, Quoted, Shown
    from handlers.incoming.command_words import SubCommand
    from handlers.rendering.passage_blocks import Look
    from handlers.replies import Replies
    from handlers.slack_api.message import Block, Message

SEARCH, ASKED = "search", "asked"
QUOTES = tuple('“”"「」『』')
CODES = 3  # passages that are shown of a text with several codes
WIDTHS = (80, 40, 24)  # characters of a title or an author in a list


def search_answer(
    answer: Answer, name: str, replies: Replies, note: str = "", *, kind: str = SEARCH
) -> Message:
    """Draw the answer to a query; `name` is the answer's own, `note` a sentence to say first.

    A private answer (`kind` SEARCH) has buttons to share its passages, a public one (ASKED) has none.
    """
    if answer.passages:
        return fitted(lambda look: _passages(answer, name, replies, note, look, kind))
    sheet = Sheet()
    if note:
        sheet.say(note)
    for line in _nothing(answer, replies):
        sheet.say(line)
    return sheet.message()


def passages(quoted: Sequence[Quoted], head: str, replies: Replies) -> Message:
    """Draw passages under a sentence, without buttons."""

    def draw(look: Look) -> Sheet:
        sheet = Sheet()
        sheet.say(head)
        for one in quoted:
            put_passage(sheet, one, look, replies)
        return sheet

    return fitted(draw)


def shown(passage: Shown, name: str, replies: Replies, *, share: bool = True) -> Message:
    """Draw the passage that a code stands for, whole, with what became of it."""

    def draw(look: Look) -> Sheet:
        sheet = Sheet()
        close(sheet, put_passage(sheet, passage.quoted, look, replies))
        return sheet

    def close(sheet: Sheet, excerpt: Excerpt) -> None:
        put_buttons(sheet, passage.quoted, excerpt, name, replies, share=share)
        if passage.removed_at:
            sheet.say(replies.removed.format(date=passage.removed_at[:10]))

    return whole(passage.quoted, replies, draw, (), close)


def shown_all(found: Sequence[Shown], name: str, replies: Replies, *, share: bool = True) -> Message:
    """Draw the passages of several codes, each in a message of its own; of more than a few that is said."""
    first, *others = (shown(one, name, replies, share=share) for one in found[:CODES])
    if len(found) > CODES:
        others.append(say(replies.more_codes.format(shown=CODES, total=len(found))))
    return first.followed_by(*others)


def single(quoted: Quoted, name: str, replies: Replies) -> Message:
    """Draw one passage with its buttons."""
    return fitted(lambda look: one_passage(quoted, name, replies, look))


def one_passage(quoted: Quoted, name: str, replies: Replies, look: Look, *, share: bool = True) -> Sheet:
    """Put one passage and its buttons on a new sheet, and say where it is no longer whole."""
    sheet = Sheet()
    put_buttons(sheet, quoted, put_passage(sheet, quoted, look, replies), name, replies, share=share)
    return sheet


def put_buttons(
    sheet: Sheet, quoted: Quoted, excerpt: Excerpt, name: str, replies: Replies, *, share: bool
) -> None:
    """Put the buttons of a passage under it, and say where it is no longer whole."""
    if len(excerpt.text) < len(quoted.excerpt.text):
        sheet.say(replies.shortened.format(length=len(quoted.section.text)))
    sharing = [share_button(quoted, excerpt, name, replies)] if share else []
    sheet.buttons(*sharing, *reading_buttons(quoted, excerpt, replies))


def requoted(quoted: Quoted, excerpt: Excerpt) -> Quoted:
    """Return the same passage with another excerpt of it."""
    return replace(quoted, excerpt=excerpt, match=None)


def listing(page: Listing, name: str, replies: Replies) -> Message:
    """Draw one page of the library's articles."""
    if not page.total:
        return say(replies.empty_library)
    if not page.articles:
        return say(replies.page_gone)

    def draw(width: int) -> Sheet:
        sheet = Sheet()
        last = page.offset + len(page.articles)
        sheet.say(replies.listing.format(total=page.total, first=page.offset + 1, last=last))
        sheet.itemize([[_listed(article, count, width, replies)] for article, count in page.articles])
        sheet.buttons(*turns(page, "articles", "", name, replies))
        return sheet

    return roomiest(draw, WIDTHS)


def _listed(article: Article, sections: int, width: int, replies: Replies) -> str:
    """Return an article's line in a list."""
    known = [one_line(part, width) for part in (article.author, article.published) if part]
    by = replies.by.format(parts="，".join(known)) if known else ""
    return replies.listed.format(title=one_line(article.title, width), by=by, sections=sections)


def help_text(table: Sequence[SubCommand[Any, Any]], replies: Replies) -> Message:
    """Render the sub-commands with their first aliases and what they are for."""
    sheet = Sheet()
    sheet.say(TextRun(replies.help_title, bold=True))
    sheet.itemize(
        [
            [
                TextRun(row.usage, code=True),
                replies.help_line.format(alias=row.aliases[0], what=row.purpose),
            ]
            for row in table
        ]
    )
    sheet.say(replies.help_note)
    return sheet.message()


def _passages(answer: Answer, name: str, replies: Replies, note: str, look: Look, kind: str) -> Sheet:
    """Put a page of passages on a sheet: head, passages with their buttons, page turns."""
    sheet = Sheet()
    query = echoed(answer.query)
    last = answer.offset + len(answer.passages)
    found = (replies.found_more if answer.more else replies.found) if answer.total > 1 else replies.found_one
    head = found.format(query=query, total=answer.total, first=answer.offset + 1, last=last)
    for line in (note, missed(answer, query, replies), head, *_sides(answer, replies)):
        if line:
            sheet.say(line)
    for quoted in answer.passages:
        excerpt = put_passage(sheet, quoted, look, replies)
        share = [share_button(quoted, excerpt, name, replies)] if kind == SEARCH else []
        sheet.buttons(*share, *reading_buttons(quoted, excerpt, replies))
    sheet.buttons(*turns(answer, kind, answer.query, name, replies))
    return sheet


def echoed(query: str) -> str:
    """Return a query as it is repeated inside quotation marks of our own."""
    line = one_line(query)
    inner = line[1:-1]
    return inner if line[:1] in QUOTES and line[-1:] in QUOTES and inner.strip() else line


def _hints(replies: Replies) -> dict[Problem, str]:
    return {
        "unreadable": replies.bad_filter,
        "unmatched": replies.unmatched,
        "repeated": replies.repeated,
        "empty": replies.only_excluded,
        "wordless": replies.wordless,
    }


def _nothing(answer: Answer, replies: Replies) -> list[str]:
    """Say that nothing was found, and what to do next."""
    if answer.hint:
        # the error opens with the filter as it was typed; its English is for the command line
        which = one_line(answer.hint.partition(": ")[0], 60)
        if answer.left:
            return [replies.only_slots.format(filter=one_line(answer.left))]
        return [_hints(replies)[answer.problem].format(filter=which)]
    if answer.answered:
        return [replies.page_gone]
    lines = [replies.nothing.format(query=echoed(answer.query))]
    if answer.lacking:
        lines.append(_lacking(answer.refusal, replies))
    if answer.did_you_mean:
        lines.append(replies.did_you_mean.format(words=one_line(answer.did_you_mean)))
    if answer.suggestions:
        lines.append(replies.suggestions.format(words="、".join(map(one_line, answer.suggestions))))
    return [*lines, replies.next_step]


def _sides(answer: Answer, replies: Replies) -> list[str]:
    """Say of each side of a comparison that has no answer that it has none, and why."""
    return [
        replies.side_lacking.format(
            side=one_line(side.asked), why=_lacking(side.refusal, replies) if side.refusal.lacking else ""
        )
        for side in answer.sides
        if not side.answered
    ]


def _lacking(refusal: Refusal, replies: Replies) -> str:
    """Say what the library lacks of what was asked for."""
    said = [one_line(name) for name in refusal.said]
    comma, last = replies.lacking_and
    quoted = [replies.quoted.format(name=name) for name in said]
    names = last.join(filter(None, (comma.join(quoted[:-1]), quoted[-1])))
    return replies.lacking[refusal.claim].format(
        names=names, first=said[0], second="".join(said[1:2]), last=said[-1], others="、".join(said[1:])
    )


def share_button(quoted: Quoted, excerpt: Excerpt, name: str, replies: Replies) -> Block:
    """Draw the button that shares this passage as it is shown here."""
    return button(replies.share, SHARE, shared(quoted, excerpt, name).value())


def shared(quoted: Quoted, excerpt: Excerpt, name: str) -> SharedPassage:
    """Name a passage as it is shown, for a button."""
    hits = tuple((start + excerpt.start, end + excerpt.start) for start, end in excerpt.highlights)
    return SharedPassage(name, quoted.section.code, excerpt.start, excerpt.end, hits)


def reading_buttons(quoted: Quoted, excerpt: Excerpt, replies: Replies) -> list[Block]:
    """Draw the buttons that show a passage in its place and how to cite it."""
    said, value = replies.daily, QuoteRef(quoted.section.code, excerpt.start, excerpt.end).value()
    return [button(said.context, CONTEXT, value), button(said.cite, CITE, value)]
