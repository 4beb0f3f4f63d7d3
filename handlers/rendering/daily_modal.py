"""The window that sets a channel up: what it asks, and what was filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.button_values import filled
from handlers.incoming.mrkdwn import one_line
from handlers.incoming.schedule_request import DAYS as NAMED_DAYS
from handlers.incoming.schedule_request import ScheduleRequest, read_time, zone_named
from handlers.slack_api.literal_text import plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from handlers.incoming.button_values import WindowState
    from handlers.replies_daily import DailyReplies

SAVE = "policy_daily"
MOST = 100  # characters of a field
GIVEN = 40  # characters of what was filled in that are repeated where it cannot be taken
AT, ZONE, DAYS, THEME, FIELD = "at", "zone", "days", "theme", "value"


def schedule_view(window: WindowState, schedule: ScheduleRequest, said: DailyReplies) -> dict[str, Any]:
    """Draw the window that sets a channel up, filled with what is set or proposed.

    The channel, and who is asked, travel in its metadata.
    """
    options = [{"text": plain_text(text), "value": name} for name, text in said.days.items()]
    chosen = next(one for one in options if one["value"] == schedule.days)
    days = {"type": "static_select", "action_id": FIELD, "options": options, "initial_option": chosen}
    theme = {**_text(), **({"initial_value": schedule.theme[:MOST]} if schedule.theme else {})}
    blocks = [
        _input(AT, said.ask_time, {**_text(), "initial_value": f"{schedule.at:%H:%M}"}),
        _input(ZONE, said.ask_zone, {**_text(), "initial_value": schedule.zone}),
        _input(DAYS, said.ask_days, days),
        {**_input(THEME, said.ask_theme, theme), "optional": True},
    ]
    view = {"type": "modal", "callback_id": SAVE, "private_metadata": window.value(), "blocks": blocks}
    return {
        **view,
        "title": plain_text(said.title),
        "submit": plain_text(said.submit),
        "close": plain_text(said.close),
    }


def read_filled(view: Mapping[str, Any], said: DailyReplies) -> tuple[ScheduleRequest | None, dict[str, str]]:
    """Read what was filled in; None and what is wrong beside each field where it cannot be taken."""
    told = {name: filled(view, name, FIELD) for name in (AT, ZONE, DAYS, THEME)}
    at, zone = read_time(told[AT]), zone_named(told[ZONE])
    wrong = {}
    if at is None:
        wrong[AT] = said.bad_time.format(given=one_line(told[AT], GIVEN))
    if not zone:
        wrong[ZONE] = said.bad_zone.format(given=one_line(told[ZONE], GIVEN))
    if at is None or wrong:
        return None, wrong
    return ScheduleRequest(at, NAMED_DAYS.get(told[DAYS], "weekdays"), zone, told[THEME].strip()), wrong


def _text() -> dict[str, Any]:
    return {"type": "plain_text_input", "action_id": FIELD, "max_length": MOST}


def _input(name: str, label: str, element: dict[str, Any]) -> dict[str, Any]:
    return {"type": "input", "block_id": name, "label": plain_text(label), "element": element}
