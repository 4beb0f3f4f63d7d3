"""What is on the screen: numbered messages, open modals, and which controls a number stands for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TextIO

from bot.console import fields
from bot.console.drawing import Control, draw
from bot.console.typesetting import ScreenLine, StyledRun, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.console.typesetting import Pen

Json = dict[str, Any]

INDENT = "   "


@dataclass(slots=True)
class ShownMessage:
    """A message on the screen; `seen_by` is empty where everybody in the channel sees it."""

    number: int
    author: str
    channel: str
    ts: str
    content: Json
    seen_by: str = ""
    thread: str = ""
    controls: list[Control] = field(default_factory=list)
    gone: bool = False


@dataclass(slots=True)
class Modal:
    """An open modal and what was filled in, by (block_id, action_id)."""

    view: Json
    values: dict[tuple[str, str], Json] = field(default_factory=dict)
    controls: list[Control] = field(default_factory=list)


class Screen:
    """Draws on every paper at once: a terminal, and a transcript that is recorded."""

    def __init__(self, papers: Iterable[tuple[Pen, TextIO]], names: Callable[[str], str]) -> None:
        self._papers = list(papers)
        self._names = names
        self.messages: list[ShownMessage] = []
        self.modals: list[Modal] = []
        self.drawn = 0  # lines so far

    def put(self, lines: Iterable[ScreenLine]) -> None:
        """Print lines."""
        for line in lines:
            self.drawn += 1
            for pen, out in self._papers:
                for printed in pen.lay(line):
                    print(printed, file=out)
        for _, out in self._papers:
            out.flush()

    def note(self, text: str) -> None:
        """Print a remark of the console's own."""
        self.put([plain(f"({text})")])

    def say(self, text: str) -> None:
        """Print a line of the console's own."""
        self.put([plain(text)])

    def show(self, author: str, channel: str, content: Json, **more: Any) -> ShownMessage:  # noqa: ANN401 - Shown's own
        """Put a new message on the screen."""
        ts = str(more.pop("ts", "") or content.get("ts", ""))
        message = ShownMessage(len(self.messages) + 1, author, channel, ts, content, **more)
        self.messages.append(message)
        self._draw(message)
        return message

    def change(self, message: ShownMessage, content: Json) -> None:
        """Show a message that was changed."""
        message.content = content
        self._draw(message, "changed")

    def remove(self, message: ShownMessage) -> None:
        """Take a message away."""
        message.gone, message.controls = True, []
        self.note(f"#{message.number} is gone")

    def at(self, channel: str, ts: str) -> ShownMessage | None:
        """Return the message with this time stamp."""
        found = (one for one in self.messages if (one.channel, one.ts) == (channel, ts) and not one.gone)
        return next(found, None)

    def number(self, number: int) -> ShownMessage | None:
        """Return the message with this number, unless it is gone."""
        found = self.messages[number - 1] if 1 <= number <= len(self.messages) else None
        return found if found and not found.gone else None

    def latest(self) -> ShownMessage | None:
        """Return the newest message that has something to click."""
        return next((one for one in reversed(self.messages) if one.controls), None)

    def modal(self) -> Modal | None:
        """Return the modal on top."""
        return self.modals[-1] if self.modals else None

    def open(self, view: Json, *, on_top: bool = False) -> None:
        """Show a view, on top of the others or in their place."""
        self.modals = [*(self.modals if on_top else []), Modal(view)]
        self.draw_modal()

    def change_view(self, view: Json) -> None:
        """Show a view that was changed; what was filled in stays."""
        for modal in self.modals:
            if modal.view["id"] == view["id"]:
                modal.view = view
        self.draw_modal()

    def draw_modal(self) -> None:
        """Draw the modal on top."""
        modal = self.modal()
        if modal is None:
            return
        view = modal.view
        drawing = draw(view, {key: fields.shown(value) for key, value in modal.values.items()}, self._names)
        modal.controls = drawing.controls
        ways = [word for name, word in (("submit", "submit"), ("close", "close")) if view.get(name)]
        title = StyledRun(view.get("title", {}).get("text", ""), bold=True)
        head = ScreenLine((StyledRun("┌ "), title, StyledRun(" (a modal that only you see)")))
        self.put([head, *_indented(drawing.lines, "│ ")])
        self.put([plain(f"└ {', '.join(f'{way}: {_label(view, way)}' for way in ways) or 'close'}")])

    def _draw(self, message: ShownMessage, how: str = "") -> None:
        drawing = draw(message.content, names=self._names)
        message.controls = drawing.controls
        where = [f"in {self._names(message.channel)}"] if not message.seen_by else []
        thread = self.at(message.channel, message.thread) if message.thread else None
        where += [f"in the thread of #{thread.number}"] if thread else []
        where += [f"only {message.seen_by} can see this"] if message.seen_by else []
        head = f"#{message.number} {message.author}, {', '.join([*where, *([how] if how else [])])}:"
        self.put([ScreenLine((StyledRun(head, bold=False),)), *_indented(drawing.lines, INDENT)])


def _indented(lines: Iterable[ScreenLine], indent: str) -> list[ScreenLine]:
    return [replace(line, prefix=indent + line.prefix) for line in lines]


def _label(view: Json, way: str) -> str:
    return str(view[way].get("text", way))
