"""Slack's words for its refusals, and whom each is about: the one table that every sender goes by.

The words and what they mean are those of docs.slack.dev/reference/methods/chat.postMessage#errors, with the
ones that all methods share (auth.test, conversations.history). A word about the channel is the only one for
which a channel may be given up; one about the token or the workspace says nothing about any channel.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

About = Literal["channel", "token", "login", "workspace", "blocks", "message", "later", "unclear", "unknown"]
"""channel    nothing goes there until somebody does something about that channel
token      nothing goes anywhere with this token, nor will it ever; auth.test is refused as well
login      likewise, but the token may get better: the workspace moves, or asks for a login
workspace  nothing goes anywhere, though auth.test is answered: a scope, an approval or the workspace is lacking
blocks     Slack dislikes the blocks or the length; the same words may go out more plainly
message    Slack dislikes something else about this one message
later      plainly not done, and may go well in a while
unclear    "some aspect of the operation" may have succeeded
unknown    a word that is not in this table: not done, and of nobody else's calls"""

_WORDS: Mapping[About, tuple[str, ...]] = MappingProxyType(
    {
        "channel": (
            *("channel_not_found", "not_in_channel", "is_archived", "is_inactive", "no_permission"),
            *("posting_to_channel_denied", "access_denied", "messages_tab_disabled", "user_not_found"),
            *("cannot_dm_bot", "method_not_supported_for_channel_type", "channel_type_not_supported"),
            "user_not_in_channel",
        ),
        "token": (
            *("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"),
            "invalid_token",
        ),
        "login": ("org_login_required", "team_not_found", "two_factor_setup_required"),
        "workspace": (
            *("missing_scope", "not_allowed_token_type", "team_access_not_granted", "ekm_access_denied"),
            *("enterprise_is_restricted", "accesslimited", "team_disabled", "app_missing"),
        ),
        "blocks": ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"),
        "message": (
            *("no_text", "too_many_attachments", "invalid_arguments", "invalid_arg_name", "thread_not_found"),
            *(
                "cannot_reply_to_message",
                "invalid_metadata_format",
                "metadata_too_large",
                "invalid_form_data",
            ),
        ),
        "later": ("ratelimited", "rate_limited", "message_limit_exceeded"),
        "unclear": (
            *("internal_error", "fatal_error", "service_unavailable", "request_timeout"),
            "team_added_to_org",
        ),
    }
)
# whole families of words: read-only channels, locked threads …; invalid_blocks: and what is wrong in them
_BEGINNINGS: Mapping[str, About] = MappingProxyType(
    {"restricted_action": "channel", "invalid_blocks": "blocks"}
)
_TABLE: Mapping[str, About] = MappingProxyType(
    {word: kind for kind, words in _WORDS.items() for word in words}
)
UNTOLD = ("token", "login")  # auth.test is refused as well, so that it tells when all is well again
SHUT = (*UNTOLD, "workspace")
NOT_THERE = ("not_in_channel", "channel_not_found")  # the bot may be invited to the channel
NO_SCOPE = "missing_scope"


def about(word: str) -> About:
    """Return whom a word of Slack is about."""
    if word in _TABLE:
        return _TABLE[word]
    return next((kind for beginning, kind in _BEGINNINGS.items() if word.startswith(beginning)), "unknown")


def refused_blocks(answer: str) -> bool:
    """Whether Slack's answer, a word or a page that holds one, says that it was the blocks it did not like."""
    return any(word in answer for word in _WORDS["blocks"])
