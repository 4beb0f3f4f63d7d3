"""Settings come from the environment, and every fault is named."""

from __future__ import annotations

import pytest

from bot.settings import DEFAULTS, from_environment
from corpus.errors import SettingsError


def test_without_any_variable_the_defaults_hold() -> None:
    """Import, search and outline need nothing set."""
    settings = from_environment({})
    assert settings.database_url == "sqlite:///policy.db"
    assert (settings.host, settings.port) == ("127.0.0.1", 3000)
    assert settings.policy_time_zone == "Asia/Shanghai"


def test_every_missing_setting_is_named_at_once() -> None:
    """A command that needs two tokens names both when both are missing."""
    settings = from_environment({"SLACK_BOT_TOKEN": "xoxb-1"})
    with pytest.raises(SettingsError, match=r"SLACK_SIGNING_SECRET, SLACK_APP_TOKEN: not set"):
        settings.require(["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN"])


def test_an_empty_variable_counts_as_not_set() -> None:
    """A line such as HOST= in an env file leaves the default."""
    assert from_environment({"HOST": "", "PORT": " "}).host == "127.0.0.1"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/api", "http://127.0.0.1:9/api/", "http://127.0.0.1:9/api//"]
)
def test_the_base_url_ends_with_one_slash(url: str) -> None:
    """The address of the Web API may be given with or without its last slash."""
    assert from_environment({"SLACK_API_URL": url}).slack_api_url == "http://127.0.0.1:9/api/"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "70000"),
        ("PORT", "-1"),
        ("PORT", "³"),
        ("PORT", "http"),
        ("SLACK_API_URL", "slack.com/api"),
        ("SLACK_API_URL", "ftp://slack.com"),
        ("POLICY_TIME_ZONE", "Asia/Atlantis"),
        ("POLICY_TIME_ZONE", "../etc/passwd"),
        ("POLICY_READING_SECONDS", "0"),
        ("POLICY_READING_SECONDS", "²"),
        ("POLICY_READING_MEGABYTES", "100"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_what_to_do(name: str, value: str) -> None:
    """The error names the variable and an example."""
    with pytest.raises(SettingsError, match=name) as caught:
        from_environment({name: value})
    assert caught.value.next_step


def test_the_settings_are_the_variables_and_nothing_else() -> None:
    """Each variable has a field of its own name."""
    settings = from_environment({})
    assert sorted(DEFAULTS) == sorted(field.upper() for field in settings.__dataclass_fields__)
