"""The visible text of a web page, by the parser of the standard library: no tree, only what is open at a place."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from corpus.reading.outside.texts import Texts

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_UNSEEN = {"script": "script", "style": "script", "template": "script", "noscript": "without scripts",
           "head": "head of the page", "title": "head of the page", "del": "struck", "s": "struck", "strike": "struck",
           "rt": "reading", "rp": "reading"}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_DRAWN = re.compile(r"\S")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Texts()
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        style = said.get("style", "").lower()
        self.found.counted = self.found.counted or tag == "ol"
        if tag == "img" and len(said.get("alt", "")) == 1 and _DRAWN.match(said["alt"]):
            self.found.add(said["alt"], "drawn as a picture")
        if tag not in _VOID:
            reason = _UNSEEN.get(tag, "")
            if "hidden" in said or _HIDDEN.search(style):
                reason = reason or "hidden"
            self._open.append((tag, reason or ("struck" if "line-through" in style else "")))

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        self.found.add(data, next((reason for _, reason in self._open if reason), ""))


def texts(page: str) -> Texts:
    """Return the texts of a page."""
    parser = _Page()
    parser.feed(page)
    parser.close()
    return parser.found
