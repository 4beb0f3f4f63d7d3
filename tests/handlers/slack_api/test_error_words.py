"""One table of Slack's words: whom each is about."""

from __future__ import annotations

import pytest

from handlers.slack_api.error_words import about, refused_blocks


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("channel_not_found", "channel"),
        ("restricted_action_thread_locked", "channel"),
        ("invalid_auth", "token"),
        ("org_login_required", "login"),
        ("missing_scope", "workspace"),
        ("msg_too_long", "blocks"),
        ("invalid_blocks_format", "blocks"),
        ("no_text", "message"),
        ("ratelimited", "later"),
        ("fatal_error", "unclear"),
        ("a_word_of_tomorrow", "unknown"),
    ],
)
def test_a_word_is_about_one_thing(word: str, kind: str) -> None:
    """Whole families are known by their beginning; a new word is about nothing that is known."""
    assert about(word) == kind


def test_a_page_that_holds_the_word_says_it_too() -> None:
    """A response_url answers with a body and not with a word."""
    assert refused_blocks('{"ok":false,"error":"invalid_blocks"}')
    assert not refused_blocks("no_service")
