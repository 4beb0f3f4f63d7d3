"""The app's manifest is what Slack takes, and asks for no more than the surfaces need."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).parent.parent.parent
SCHEMA = ROOT.parent / "shared" / "slack" / "manifest.schema.json"
NEEDED_BY = {  # event -> the scope that docs.slack.dev asks for
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "member_joined_channel": "channels:read",
}


def manifest() -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return the manifest."""
    return json.loads((ROOT / "manifest.json").read_text("utf-8"))


@pytest.mark.skipif(not SCHEMA.is_file(), reason="Slack's manifest schema is kept outside the repository")
def test_the_manifest_is_valid() -> None:
    """Slack's own schema takes it."""
    jsonschema.validate(manifest(), json.loads(SCHEMA.read_text("utf-8")))


def test_every_event_has_its_scope_and_every_scope_its_reason() -> None:
    """docs/slack.md tells why each scope is asked for, and asks for none that the manifest lacks."""
    scopes = set(manifest()["oauth_config"]["scopes"]["bot"])
    events = manifest()["settings"]["event_subscriptions"]["bot_events"]
    assert {NEEDED_BY[event] for event in events} <= scopes
    told = (ROOT / "docs" / "slack.md").read_text("utf-8").partition("## Scopes")[2].partition("\n## ")[0]
    rows = {line.split("`")[1] for line in told.splitlines() if line.startswith("| `")}
    assert rows == scopes
