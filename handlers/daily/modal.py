"""The windows of the daily quotes: setting a channel up, and a passage in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.daily.buttons import CONTEXT, Place
from handlers.drawing.buttons import button
from handlers.drawing.sheet import Run, Sheet

if TYPE_CHECKING:
    from corpus.vocabulary import Section
    from handlers.answer import Quoted
    from handlers.replies_daily import DailyReplies

SAVE = "policy_daily"
AT, ZONE, DAYS, THEME, FIELD = "at", "zone", "days", "theme", "value"
TURN = f"{CONTEXT}_"


def wish_view(channel: str, zone: str, said: DailyReplies) -> dict[str, Any]:
    """Draw the window that sets a channel up; the channel travels in its metadata."""
    options = [{"text": _plain(text), "value": name} for name, text in said.days.items()]
    days = {"type": "static_select", "action_id": FIELD, "options": options, "initial_option": options[0]}
    blocks = [
        _input(AT, said.ask_time, {**_text(), "initial_value": "09:00"}),
        _input(ZONE, said.ask_zone, {**_text(), "initial_value": zone}),
        _input(DAYS, said.ask_days, days),
        {**_input(THEME, said.ask_theme, _text()), "optional": True},
    ]
    view = {"type": "modal", "callback_id": SAVE, "private_metadata": channel, "blocks": blocks}
    return {**view, "title": _plain(said.title), "submit": _plain(said.submit), "close": _plain(said.close)}


def context_view(
    quoted: Quoted, around: tuple[Section | None, Section | None], said: DailyReplies
) -> dict[str, Any]:
    """Draw a section whole, the passage bold in it, its source, and the way to its neighbours."""
    sheet = Sheet()
    text, start, end = quoted.section.text, quoted.excerpt.start, quoted.excerpt.end
    whole = (start, end) == (0, len(text))
    runs = [Run(text[:start]), Run(text[start:end], bold=not whole), Run(text[end:])]
    path = " \u203a ".join(quoted.section.headings)
    source = "\n".join(part for part in (path, quoted.cited) if part)
    title = Run(quoted.article.title, bold=True)
    sheet.quote([run for run in runs if run.text], [title, f" · {quoted.article.author or ''}\n{source}"])
    labels = (said.previous, said.following)
    sheet.buttons(
        *(
            button(label, f"{TURN}{number}", Place(section.code, 0, len(section.text)).value())
            for number, (label, section) in enumerate(zip(labels, around, strict=True))
            if section is not None
        )
    )
    return {
        "type": "modal",
        "title": _plain(said.context_title),
        "close": _plain(said.close),
        "blocks": sheet.blocks,
    }


def _plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": False}


def _text() -> dict[str, Any]:
    return {"type": "plain_text_input", "action_id": FIELD, "max_length": 100}


def _input(name: str, label: str, element: dict[str, Any]) -> dict[str, Any]:
    return {"type": "input", "block_id": name, "label": _plain(label), "element": element}
