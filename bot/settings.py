"""Settings: read once from the environment, checked, frozen. The README and .env.example list them all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.read_limits import Limits
from corpus.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HIGHEST_PORT = 65535
LEAST_MEGABYTES = 300  # a process that reads has taken half of it before it begins
DEFAULTS = {
    "SLACK_BOT_TOKEN": "",
    "SLACK_SIGNING_SECRET": "",
    "SLACK_APP_TOKEN": "",
    "SLACK_API_URL": "https://slack.com/api/",
    "DATABASE_URL": "sqlite:///policy.db",
    "HOST": "127.0.0.1",
    "PORT": "3000",
    "POLICY_TIME_ZONE": "Asia/Shanghai",
    "POLICY_READING_SECONDS": str(Limits().seconds),
    "POLICY_READING_MEGABYTES": str(Limits().megabytes),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says. Tokens are empty strings where none are given."""

    slack_bot_token: str
    slack_signing_secret: str
    slack_app_token: str
    slack_api_url: str
    database_url: str
    host: str
    port: int
    policy_time_zone: str
    policy_reading_seconds: int
    policy_reading_megabytes: int

    @property
    def limits(self) -> Limits:
        """What reading one document may cost."""
        return Limits(self.policy_reading_seconds, self.policy_reading_megabytes)

    def require(self, names: Sequence[str]) -> Settings:
        """Return the settings; raise SettingsError that names every missing one of `names` at once."""
        missing = [name for name in names if not getattr(self, name.lower())]
        if missing:
            raise SettingsError(
                "not set",
                which=", ".join(missing),
                next_step="set it in the environment; .env.example says where to find it",
            )
        return self


def from_environment(environ: Mapping[str, str]) -> Settings:
    """Read the settings; an empty variable counts as not set. Raise SettingsError for a bad value."""
    said = {name: environ.get(name, "").strip() or default for name, default in DEFAULTS.items()}
    return Settings(
        slack_bot_token=said["SLACK_BOT_TOKEN"],
        slack_signing_secret=said["SLACK_SIGNING_SECRET"],
        slack_app_token=said["SLACK_APP_TOKEN"],
        slack_api_url=_base_url(said["SLACK_API_URL"]),
        database_url=said["DATABASE_URL"],
        host=said["HOST"],
        port=_port(said["PORT"]),
        policy_time_zone=_zone(said["POLICY_TIME_ZONE"]),
        policy_reading_seconds=_at_least(said, "POLICY_READING_SECONDS", 1),
        policy_reading_megabytes=_at_least(said, "POLICY_READING_MEGABYTES", LEAST_MEGABYTES),
    )


def _base_url(text: str) -> str:
    """Check the base URL of the Web API and end it with one slash, as slack_sdk joins method names to it.

    One that cannot be is not repeated, as it may hold a password. A name and a password before the host are
    refused as well: urllib takes them for a part of the host.
    """
    try:
        parts = urlsplit(text)
        named = bool(parts.hostname) and parts.port != 0  # ValueError where the port is none
        good = parts.scheme in {"http", "https"} and named and not set("@?# \t") & set(text)
    except ValueError:
        good = False
    if not good:
        raise SettingsError(
            "is no web address, or holds a password, parameters or blanks",
            which="SLACK_API_URL",
            next_step="write it as https://slack.com/api/",
        )
    return text.rstrip("/") + "/"


def _port(text: str) -> int:
    """Check a TCP port; 0 lets the system choose one."""
    if not text.isascii() or not text.isdigit() or int(text) > HIGHEST_PORT:
        raise SettingsError(f"{text!r} is no port", which="PORT", next_step="use a number from 0 to 65535")
    return int(text)


def _at_least(said: Mapping[str, str], name: str, least: int) -> int:
    """Check a limit: a whole number that is not so low that nothing at all could be read."""
    text = said[name]
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) < least:
        raise SettingsError(f"{text!r} is no limit", which=name, next_step=f"use a number from {least} up")
    return int(text)


def _zone(name: str) -> str:
    """Check that a time zone of this name is known."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError(
            f"{name!r} is no time zone",
            which="POLICY_TIME_ZONE",
            next_step="use a name such as Asia/Shanghai",
        ) from error
    return name
