"""The sub-commands of /policy that show passages: search, articles, show, quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.incoming import passage_codes
from handlers.incoming.mrkdwn import one_line
from handlers.listeners.search_page import search_page
from handlers.rendering import answers
from handlers.slack_api.message import say

if TYPE_CHECKING:
    from handlers.context import AppContext
    from handlers.incoming.command_words import TypedCommand
    from handlers.slack_api.message import Message


def search(context: AppContext, typed: TypedCommand) -> Message:
    """Search for words, or show the passages whose codes they hold."""
    found = context.answering.shown_in(typed.rest)
    if found:
        return answers.shown_all(found, typed.request.name, context.replies)
    return search_page(context, passage_codes.without_codes(typed.rest), typed.request.name)


def articles(context: AppContext, typed: TypedCommand) -> Message:
    """List the articles of the library."""
    page = context.answering.articles()
    return answers.listing(page, typed.request.name, context.replies)


def show(context: AppContext, typed: TypedCommand) -> Message:
    """Show the passages of codes, whole."""
    replies = context.replies
    if not typed.rest:
        return say(replies.code_wanted)
    found = context.answering.shown_in(typed.rest)
    if not found:
        code = next(iter(passage_codes.codes_in(typed.rest)), typed.rest)
        return say(replies.no_code.format(code=one_line(code, 40)))
    return answers.shown_all(found, typed.request.name, replies)


def quote(context: AppContext, typed: TypedCommand) -> Message:
    """Quote a passage at random."""
    quoted = context.answering.quote(context.rng)
    if quoted is None:
        return say(context.replies.no_quote)
    return answers.single(quoted, typed.request.name, context.replies)
