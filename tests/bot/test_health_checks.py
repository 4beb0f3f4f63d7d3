"""The doctor says what is wrong with tokens, scopes and the library, and what to do."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.console.stand_in import SlackStandIn
from bot.health_checks import SCOPES, Finding, look
from bot.settings import from_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.command_context import CommandContext

MANIFEST = Path(__file__).parents[2] / "manifest.json"


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    """A Slack on loopback that grants every scope."""
    with SlackStandIn() as stand_in:
        stand_in.scopes = ",".join(SCOPES)
        yield stand_in


def findings(place: CommandContext, slack: SlackStandIn, **changes: str) -> dict[str, Finding]:
    """Look at an installation with this Slack; return what was found by what it is about."""
    told = {"SLACK_BOT_TOKEN": slack.token, "SLACK_API_URL": slack.url, "DATABASE_URL": place.db} | changes
    looked = look(replace(place, settings=from_environment(told)))
    return {finding.about: finding for finding in looked}


def test_a_good_installation_has_nothing_wrong(place: CommandContext, slack: SlackStandIn) -> None:
    """Token, scopes, database and library are all found well."""
    found = findings(place, slack)
    assert {about for about, finding in found.items() if finding.level == "wrong"} == set()
    assert found["scopes"].says == "all granted"


def test_a_missing_scope_is_named(place: CommandContext, slack: SlackStandIn) -> None:
    """What the installation was not granted is listed, with where to add it."""
    slack.scopes = "commands,chat:write"
    finding = findings(place, slack)["scopes"]
    assert finding.level == "wrong"
    assert "app_mentions:read" in finding.says
    assert "OAuth & Permissions" in finding.next_step


def test_a_token_of_the_wrong_kind_is_told_by_its_beginning(
    place: CommandContext, slack: SlackStandIn
) -> None:
    """An app-level token in the place of the bot token is caught before Slack is asked."""
    finding = findings(place, slack, SLACK_APP_TOKEN="xoxb-1")["SLACK_APP_TOKEN"]
    assert (finding.level, finding.says) == ("wrong", "does not begin with xapp-")


def test_a_refused_token_is_wrong(place: CommandContext, slack: SlackStandIn) -> None:
    """What Slack says of the token is passed on."""
    slack.fail_next("auth.test", error="invalid_auth")
    finding = findings(place, slack)["Slack"]
    assert finding.level == "wrong"
    assert "invalid_auth" in finding.says


def test_a_slack_that_is_away_is_told_as_such(place: CommandContext, slack: SlackStandIn) -> None:
    """An address where nobody answers is a fault of its own."""
    finding = findings(place, slack, SLACK_API_URL="http://127.0.0.1:9/api/")["Slack"]
    assert finding.level == "wrong"
    assert "cannot be reached" in finding.says


def test_the_doctor_asks_for_the_scopes_of_the_manifest() -> None:
    """The list that the doctor checks is the list that the app asks for."""
    manifest = json.loads(MANIFEST.read_text("utf-8"))
    assert sorted(manifest["oauth_config"]["scopes"]["bot"]) == sorted(SCOPES)
