"""The set-up window as Slack sends it back, and what is kept of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.handlers.door import CHANNEL, TEAM, USER

if TYPE_CHECKING:
    from db.store import Store
    from db.subscriptions import Subscription
    from tests.handlers.door import Door

Json = dict[str, Any]


def opened(door: Door) -> Json:
    """Type /policy daily bare, and return the window that opens."""
    return door.view_after(door.typed("daily"))


def submission(door: Door, view: Json, **filled: str | None) -> Json:
    """Return the payload of a submitted window; a field that is not given holds what the window proposed."""
    values: Json = {}
    for block in view["blocks"]:
        name, element = block["block_id"], block["element"]
        if element["type"] == "static_select":
            chosen = {"value": filled.get(name) or element["initial_option"]["value"]}
            told: Json = {"type": "static_select", "selected_option": chosen}
        else:
            told = {"type": element["type"], "value": filled.get(name, element.get("initial_value"))}
        values[name] = {element["action_id"]: told}
    return {
        "type": "view_submission",
        "team": {"id": TEAM, "domain": "policy"},
        "user": {"id": USER, "username": "reader", "name": "reader", "team_id": TEAM},
        "api_app_id": "A0POLICY",
        "token": "gone",
        "trigger_id": door.slack.trigger(),
        "view": {**view, "state": {"values": values}},
        "response_urls": [],
        "is_enterprise_install": False,
        "enterprise": None,
    }


def errors(door: Door, payload: Json) -> Json:
    """Submit, and return what is said beside the fields; empty where the window closes."""
    response = door.send(payload)
    assert response.status == 200
    told: Json = json.loads(response.body) if response.body else {}
    assert told.get("response_action", "errors") == "errors"
    said: Json = told.get("errors", {})
    assert set(said) <= {block["block_id"] for block in payload["view"]["blocks"]}
    return said


def kept(store: Store) -> Subscription:
    """Return what the channel has."""
    found = store.subscriptions.get(TEAM, CHANNEL)
    assert found is not None
    return found
