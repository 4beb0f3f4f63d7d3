"""Block Kit as lines of text: what a reader would see in Slack, drawn from the very blocks that were sent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.console.typesetting import ScreenLine, StyledRun, broken, plain
from handlers.incoming.mrkdwn import unescape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Json = dict[str, Any]

QUOTE, BULLET, CONTEXT = "│ ", "• ", "· "
RULE = "─" * 24
STARRED = re.compile(r"\*([^*\n]+)\*")
QUOTED = re.compile(r"^(?:>|&gt;) ?")


@dataclass(frozen=True, slots=True)
class Control:
    """Something to click or to fill in, with the block it stands in."""

    element: Json
    block_id: str
    in_input: bool = False
    optional: bool = False
    dispatches: bool = False


@dataclass(slots=True)
class Drawing:
    """What a message or a view became: its lines, and its controls in the order of their numbers from 1."""

    lines: list[ScreenLine] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    values: Mapping[tuple[str, str], str] = field(default_factory=dict)
    names: Callable[[str], str] = str

    def control(self, element: Json, block: Json) -> str:
        """Give a control its number and return how it is shown."""
        within = block["type"] == "input"
        optional, dispatches = bool(block.get("optional")), bool(block.get("dispatch_action"))
        self.controls.append(Control(element, block["block_id"], within, optional, dispatches))
        number = len(self.controls)
        filled = self.values.get((block["block_id"], element.get("action_id", "")))
        return f"[{number} {_label(element, filled)}]"


def draw(
    content: Mapping[str, Any],
    values: Mapping[tuple[str, str], str] | None = None,
    names: Callable[[str], str] = str,
) -> Drawing:
    """Draw a message, or the inside of a view; `text` is what is seen where there are no blocks.

    `values` are the fields that were filled in, by (block_id, action_id); `names` tells people's names.
    """
    drawing = Drawing(values=values or {}, names=names)
    blocks = content.get("blocks") or []
    if not blocks:
        drawing.lines += _mrkdwn(content.get("text") or "")
    for number, block in enumerate(blocks):
        _block(drawing, {"block_id": f"block-{number}", **block})
    return drawing


def _block(drawing: Drawing, block: Json) -> None:
    """Draw one block; a type that is unknown here is named, so that nothing is passed over in silence."""
    kinds: dict[str, Callable[[Drawing, Json], Iterable[ScreenLine]]] = {
        "rich_text": _rich_text,
        "section": _section,
        "header": lambda _, block: [ScreenLine((StyledRun(_text(block["text"]), bold=True),))],
        "context": _context,
        "divider": lambda _, __: [plain(RULE)],
        "actions": _actions,
        "input": _input,
        "image": lambda _, block: [plain(f"(image: {block.get('alt_text', '')})")],
    }
    drawer = kinds.get(block["type"])
    drawing.lines += drawer(drawing, block) if drawer else [plain(f"({block['type']} block)")]


def _rich_text(drawing: Drawing, block: Json) -> Iterator[ScreenLine]:
    for element in block["elements"]:
        runs = list(_leaves(element, drawing.names))
        if element["type"] == "rich_text_quote":
            yield from _quote(runs)
        elif element["type"] == "rich_text_list":
            for number, item in enumerate(element["elements"], 1):
                mark = f"{number}. " if element.get("style") == "ordered" else BULLET
                yield from broken(_leaves(item, drawing.names), mark)
        elif element["type"] == "rich_text_preformatted":
            yield from broken([StyledRun(run.text) for run in runs], "  ")
        else:
            yield from broken(runs)


def _quote(runs: list[StyledRun]) -> Iterator[ScreenLine]:
    """Draw a quotation word for word; what is bold in it is told underneath where bold cannot be seen."""
    yield from broken(runs, QUOTE, verbatim=True)
    bold = list(dict.fromkeys(run.text for run in runs if run.bold))
    if bold:
        yield ScreenLine((StyledRun(f"(bold: {' | '.join(bold)})"),), "  ", note=True)


def _leaves(element: Json, names: Callable[[str], str]) -> Iterator[StyledRun]:
    """Give the runs of a rich text element; links, people and emoji as their words."""
    for leaf in element.get("elements", ()):
        bold = bool(leaf.get("style", {}).get("bold"))
        kinds = {
            "text": leaf.get("text", ""),
            "link": _link(leaf.get("url", ""), leaf.get("text", "")),
            "user": f"@{names(leaf.get('user_id', ''))}",
            "channel": f"#{leaf.get('channel_id', '')}",
            "emoji": f":{leaf.get('name', '')}:",
            "broadcast": f"@{leaf.get('range', '')}",
            "usergroup": f"@{leaf.get('usergroup_id', '')}",
            "date": leaf.get("fallback", ""),
        }
        yield StyledRun(kinds.get(leaf["type"], f"({leaf['type']})"), bold)


def _link(url: str, label: str) -> str:
    return f"{label} <{url}>" if label and label != url else url


def _section(drawing: Drawing, block: Json) -> Iterator[ScreenLine]:
    if "text" in block:
        yield from _text_object(block["text"])
    for told in block.get("fields", ()):
        yield from _text_object(told)
    if "accessory" in block:
        yield plain(drawing.control(block["accessory"], block))


def _context(_: Drawing, block: Json) -> Iterator[ScreenLine]:
    for element in block["elements"]:
        told = element if "text" in element else {"type": "plain_text", "text": element.get("alt_text", "")}
        yield from (ScreenLine(line.runs, CONTEXT + line.prefix) for line in _text_object(told))


def _actions(drawing: Drawing, block: Json) -> Iterator[ScreenLine]:
    yield plain("  ".join(drawing.control(element, block) for element in block["elements"]))


def _input(drawing: Drawing, block: Json) -> Iterator[ScreenLine]:
    optional = " (optional)" if block.get("optional") else ""
    yield plain(f"{_text(block['label'])}{optional}: {drawing.control(block['element'], block)}")
    if "hint" in block:
        yield plain(_text(block["hint"]), CONTEXT)


def _label(element: Json, filled: str | None) -> str:
    """Say what a control is: a button by its text, a menu by its options, a field by what is in it."""
    if element["type"] == "button":
        return _text(element["text"])
    options = " / ".join(_text(option["text"]) for option in element.get("options", ()))
    initial = element.get("initial_value") or _text((element.get("initial_option") or {}).get("text", {}))
    inside = filled if filled is not None else initial
    shown = inside or _text(element.get("placeholder", {})) or "…"
    return f"{shown} ▾ {options}" if options else f"{shown} ✎"


def _text(told: Mapping[str, Any]) -> str:
    return str(told.get("text", ""))


def _text_object(told: Mapping[str, Any]) -> list[ScreenLine]:
    return _mrkdwn(_text(told)) if told.get("type") == "mrkdwn" else broken([StyledRun(_text(told))])


def _mrkdwn(text: str) -> list[ScreenLine]:
    """Draw mrkdwn: *bold*, > quoted lines, and Slack's escapes undone."""
    lines = []
    for source in text.split("\n"):
        words = QUOTED.sub("", source)
        pieces = STARRED.split(words)
        runs = tuple(
            StyledRun(unescape(piece), bold=bool(at % 2)) for at, piece in enumerate(pieces) if piece
        )
        lines.append(ScreenLine(runs, QUOTE if words != source else ""))
    return lines
