"""What `doctor` looks at: each check says what is well, what is not, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from corpus.errors import PolicyError, UnwritableError, without_userinfo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.command_context import CommandContext
    from bot.settings import Settings
    from db.store import Store

PATIENCE = 1.0  # seconds that it waits for a writer
OTHERS = 0o077  # rights of the group and of everybody
RESTORE = "restore a backup, or import the articles into a new file"
Level = Literal["ok", "note", "wrong"]
# what the manifest asks for; a test holds the two together
SCOPES = (
    "app_mentions:read",
    "channels:history",
    "channels:read",
    "chat:write",
    "commands",
    "groups:history",
    "groups:read",
    "im:history",
    "reactions:write",
    "users:read",
)
TOKENS = {
    "SLACK_BOT_TOKEN": ("xoxb-", "OAuth & Permissions"),
    "SLACK_APP_TOKEN": ("xapp-", "Basic Information, App-Level Tokens"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `level` is ok, note (works, but know this) or wrong (will not work)."""

    level: Level
    about: str
    says: str
    next_step: str = ""


def look(place: CommandContext) -> Iterator[Finding]:
    """Look at everything: settings first, then the database, then Slack."""
    yield from _tokens(place.settings)
    yield from _database(place)
    if place.settings.slack_bot_token:
        yield from _slack(place.settings)


def _tokens(settings: Settings) -> Iterator[Finding]:
    """Check the form of each token, and which transports the given ones allow."""
    for name, (prefix, page) in TOKENS.items():
        value = getattr(settings, name.lower())
        if not value:
            yield Finding("note", name, "not set", f"Slack's app page has it under {page}")
        elif not value.startswith(prefix):
            yield Finding("wrong", name, f"does not begin with {prefix}", f"copy it from {page}")
        else:
            yield Finding("ok", name, "set")
    if settings.slack_signing_secret:
        yield Finding("ok", "SLACK_SIGNING_SECRET", "set")
    else:
        next_step = "only `policy-bot http` needs it; Slack's app page has it under Basic Information"
        yield Finding("note", "SLACK_SIGNING_SECRET", "not set", next_step)


def _database(place: CommandContext) -> Iterator[Finding]:
    """Open the library, check its integrity and that its index knows every section."""
    try:
        with place.library(PATIENCE) as store:
            yield Finding("ok", "database", f"{store.path.absolute()} opens")
            yield from _rights(store)
            for trouble in store.troubles():
                yield Finding("wrong", "database", trouble, RESTORE)
            articles, sections = store.articles.count(), store.sections.count()
            yield from _daily(store, place.now().date())
    except PolicyError as error:
        says = f"{error.which}: {error.what}" if error.which else error.what
        yield Finding("wrong", "database", says, error.next_step)
        return
    if articles:
        yield Finding("ok", "library", f"{articles} articles, {sections} sections")
    else:
        yield Finding("note", "library", "empty", "policy-bot import FILE…")


def _rights(store: Store) -> Iterator[Finding]:
    """Say whether others read the file, and whether it can be written to."""
    if store.path.stat().st_mode & OTHERS:
        next_step = f"chmod 600 {store.path}"
        yield Finding("note", "database", "others on this machine may read the file", next_step)
    try:
        store.check_writing()
    except UnwritableError as error:
        says = f"{error.what}: it is searched, and shares, settings and watches are refused"
        yield Finding("note", "database", says, error.next_step)


def _daily(store: Store, today: date) -> Iterator[Finding]:
    """Name the channels whose daily quotes are paused, and the workdays that nobody has published yet."""
    from handlers.daily.work_calendar import workdays_of

    channels = store.subscriptions.all()
    calendar = workdays_of(store.calendar.days())
    for one in channels:
        if one.paused not in {"", "off"}:
            yield Finding(
                "note", f"daily quotes in {one.channel}", f"paused: {one.paused}", "/policy daily there"
            )
        elif one.handled > (today + timedelta(days=2)).isoformat():
            says = f"served up to {one.handled} by a clock that was ahead, or rehearsed"
            yield Finding(
                "note", f"daily quotes in {one.channel}", says, "run policy-bot clock: it takes that back"
            )
    if any(one.days == "workdays" for one in channels):
        for warning in calendar.warnings(today):
            yield Finding("note", "workdays", warning)


def _slack(settings: Settings) -> Iterator[Finding]:
    """Ask Slack whether the bot token is good and which scopes it has."""
    # only here is Slack's client needed
    from slack_sdk.errors import SlackApiError, SlackClientError

    from bot.components import build_client

    try:
        answer = build_client(settings, settings.slack_bot_token).auth_test()
    except SlackApiError as error:
        yield Finding(
            "wrong", "Slack", f"refused the bot token: {error.response['error']}", "install the app again"
        )
        return
    except (SlackClientError, OSError) as error:
        yield Finding(
            "wrong",
            "Slack",
            f"cannot be reached: {without_userinfo(str(error))}",
            "check SLACK_API_URL and the network",
        )
        return
    yield Finding("ok", "Slack", f"{answer['user']} in {answer['team']}")
    # header names come in whatever case the way here left them
    headers = {name.lower(): str(value) for name, value in answer.headers.items()}
    granted = {scope.strip() for scope in headers.get("x-oauth-scopes", "").split(",")} - {""}
    missing = [scope for scope in SCOPES if scope not in granted]
    if granted and missing:
        next_step = "add them under OAuth & Permissions and install the app again"
        yield Finding("wrong", "scopes", "missing: " + ", ".join(missing), next_step)
    elif granted:
        yield Finding("ok", "scopes", "all granted")
