"""The modals of a session: filled in, clicked, submitted, closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from bot.console import fields, payloads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.console.dispatch import Acknowledged, Delivery
    from bot.console.drawing import Control
    from bot.console.hearing import Hearing
    from bot.console.screen import Modal, Screen
    from bot.console.stand_in import SlackStandIn

Json = dict[str, Any]


class MistakenError(Exception):
    """What was typed cannot be done; the message says why and what can."""


def pick(controls: Sequence[Control], number: int) -> Control:
    """Return the control with this number from 1."""
    if not 1 <= number <= len(controls):
        raise MistakenError(f"there is no [{number}]; there are {len(controls)} to choose from")
    return controls[number - 1]


class Talk(Protocol):
    """What the modals need of the session that they are opened in."""

    slack: SlackStandIn
    delivery: Delivery
    screen: Screen
    hearing: Hearing

    def where(self) -> payloads.Where:
        """Return who types, and in which channel."""

    def ts(self) -> str:
        """Return a fresh time stamp."""

    def interact(self, payload: Json) -> object:
        """Send an interaction to the app."""


class ModalDriver:
    """Handles the modals of one session."""

    def __init__(self, session: Talk) -> None:
        self._session = session

    def click(self, modal: Modal, control: Control) -> None:
        """Click something in a modal."""
        self._tell(modal, payloads.acted(control.element, control.block_id, self._session.ts()))

    def fill(self, modal: Modal, control: Control, value: Json) -> None:
        """Keep what was filled in; a menu outside an input block is told to the app at once."""
        modal.values[control.block_id, control.element.get("action_id", "")] = value
        if control.in_input and not control.dispatches:
            self._session.screen.draw_modal()
            return
        self._tell(modal, payloads.acted(control.element, control.block_id, self._session.ts(), **value))

    def submit(self) -> None:
        """Submit the open modal with what was filled in."""
        modal = self._top()
        if "submit" not in modal.view:
            raise MistakenError("this modal has nothing to submit; `close` it")
        state = fields.state_of(modal.controls, modal.values)
        missing = fields.missing(modal.controls, state)
        if missing:
            raise MistakenError(f"Slack wants this filled in first: {', '.join(f'[{n}]' for n in missing)}")
        session = self._session
        told = payloads.view_submission(session.where(), modal.view, state, session.slack.trigger())
        self._submitted(session.delivery.interaction(told))
        session.hearing.catch_up()

    def close(self) -> None:
        """Close the open modal."""
        modal, session = self._top(), self._session
        session.screen.modals.pop()
        session.screen.note("the modal is closed")
        if modal.view.get("notify_on_close"):
            session.interact(payloads.view_closed(session.where(), modal.view))
        session.screen.draw_modal()

    def _submitted(self, answer: Acknowledged) -> None:
        """Do with the modal what the acknowledgement says (docs: surfaces/modals, response_action)."""
        screen, workspace = self._session.screen, self._session.slack.workspace
        act, view = answer.body.get("response_action"), answer.body.get("view")
        if act == "errors":
            for block, error in answer.body["errors"].items():
                screen.note(f"{block}: {error}")
            screen.draw_modal()
        elif act == "update" and view:
            screen.modals.pop()
            screen.open(workspace.show_view(view, on_top=False), on_top=True)
        elif act == "push" and view:
            screen.open(workspace.show_view(view, on_top=True), on_top=True)
        else:
            screen.modals = [] if act == "clear" else screen.modals[:-1]
            screen.note("the modal is closed")

    def _tell(self, modal: Modal, action: Json) -> None:
        """Tell the app of something clicked or chosen in a modal."""
        session = self._session
        place = payloads.in_view(modal.view, fields.state_of(modal.controls, modal.values))
        session.interact(payloads.block_actions(session.where(), action, place, session.slack.trigger()))

    def _top(self) -> Modal:
        modal = self._session.screen.modal()
        if modal is None:
            raise MistakenError("no modal is open")
        return modal
