"""Slack's signature: over raw bytes, within five minutes by the clock that is given."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.service.signing import Signing

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
BODY = "text=数字工匠".encode()


def signed(body: bytes, at: datetime) -> tuple[str, str]:
    """Return the time stamp and signature that Slack's own library makes."""
    stamp = str(int(at.timestamp()))
    return stamp, SignatureVerifier("s3cret").generate_signature(timestamp=stamp, body=body) or ""


@pytest.mark.parametrize(
    ("seconds", "holds"), [(0, True), (300, True), (-300, True), (301, False), (-301, False)]
)
def test_a_time_stamp_holds_for_five_minutes(seconds: int, holds: bool) -> None:  # noqa: FBT001 - a table's column
    """Three hundred seconds before and after the clock's time, and no more."""
    stamp, signature = signed(BODY, NOW - timedelta(seconds=seconds))
    assert Signing("s3cret", lambda: NOW).holds(stamp, signature, BODY) is holds


def test_only_the_bytes_that_were_signed_hold() -> None:
    """Another byte, another secret, another time stamp or no secret at all: the signature does not hold."""
    stamp, signature = signed(BODY, NOW)
    later = str(int(stamp) + 1)
    assert not Signing("s3cret", lambda: NOW).holds(stamp, signature, BODY + b" ")
    assert not Signing("other", lambda: NOW).holds(stamp, signature, BODY)
    assert not Signing("s3cret", lambda: NOW).holds(later, signature, BODY)
    assert not Signing("", lambda: NOW).holds(stamp, signature, BODY)


def test_bytes_that_are_no_text_can_be_signed() -> None:
    """The signature goes over bytes: what is no UTF-8 raises nothing."""
    stamp, signature = signed(BODY, NOW)
    assert not Signing("s3cret", lambda: NOW).holds(stamp, signature, b"\xff\xfe")
