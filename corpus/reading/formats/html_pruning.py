"""What of a web page is no text of its own, by its kind, its style or its name, unless it holds much of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.wording.sentence_ends import unspaced
from corpus.text.end_marks import CLAUSE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_DEAD = frozenset("script style noscript template iframe canvas nav footer aside form button select svg object "
                  "video audio head link meta input textarea map".split())  # fmt: skip
_FURNITURE = frozenset("nav navbar navigation menu crumb crumbs breadcrumb breadcrumbs foot footer copyright sidebar "
                       "share sharing related recommend toolbar pager pagination qrcode ads".split())  # fmt: skip
"""Names, whole or as a part (share-box), of what stands round a text."""
_LOOSE = frozenset("side comment comments tools pages top header banner link links hidden print fontsize editor "
                   "keywords tags".split())  # fmt: skip
"""Names that mean it only as a whole: print-content and TRS_Editor hold the text itself."""
CONTENT = re.compile(
    r"^(?:ucap-content|trs_editor|zoom|article-?content|content-?text|main-?content|pages_content|article-?body"
    r"|entry-?content|post-?content|view.*con|con_con|text_con|wz_content|detail-?content)$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(rf"[{CLAUSE}，、]|[.,;] ")
_LONGEST_STYLE = 2_000
_LONGEST_NAME = 300
"""Characters of a class or an id that are looked at."""
_OWN = 0.4
"""Share of a page's sentences from which an element is the page's text, whatever its name and kind."""
_MARKED = 5
"""Marks of a page from which these tell what its text is; with fewer the letters do."""
_NEVER = frozenset("script style noscript template head link meta".split())
_STRUCK = frozenset("del s strike".split())
"""Elements whose words are struck out: no text in force, and none that may run into a sentence."""
_READINGS = frozenset("rt rp rtc".split())
"""How the word before is pronounced, set above it; the word itself stays whole."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)")
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through")
_COPIED = 0.8
"""Share of a hidden element's sentences that come again from which it is a copy for other screens."""
_SAMPLE = 40
"""Sentences of a hidden element that are looked for."""


def prune(body: HtmlElement) -> Iterator[str]:
    """Yield the words of what is no text of the page's own, and take it out of the tree."""
    gone: set[HtmlElement] = set()
    whole = weight(body), _letters(body)
    for element in list(body.iter()):
        if element is body or not isinstance(element.tag, str) or element in gone:
            continue
        unseen = _is_unseen(element) and (
            _share(element, *whole) <= _OWN or (not _is_struck(element) and _is_copy(element, body))
        )
        furniture = _is_furniture(element) and not _holds_text(element, *whole)
        if element.tag in _NEVER | _READINGS or unseen or furniture:
            words = words_of(element) if element.tag not in {"script", "style"} else ""
            gone.update(element.iter())
            if words:
                yield words
            element.drop_tree()


def _is_furniture(element: HtmlElement) -> bool:
    """Return whether an element's kind, style or name says that it is no text; a form is only what its fields are."""
    if element.tag == "form":
        return "。" not in element.text_content()
    names = names_of(element).lower().split()
    if any(CONTENT.match(name) for name in names):
        return element.tag in _DEAD
    named = any(name in _LOOSE or not _FURNITURE.isdisjoint(re.split("[-_]", name)) for name in names)
    return element.tag in _DEAD or named


def _is_unseen(element: HtmlElement) -> bool:
    """Return whether an element says that its words are not shown, or shown struck out."""
    return _is_struck(element) or (
        element.get("hidden") is not None or _HIDDEN.search(style_of(element)) is not None
    )


def _is_struck(element: HtmlElement) -> bool:
    return element.tag in _STRUCK or _LINE_THROUGH.search(style_of(element)) is not None


def _is_copy(element: HtmlElement, body: HtmlElement) -> bool:
    """Return whether what a hidden element says stands on the page a second time."""
    page = unspaced(body.text_content())
    said = [words for words in unspaced(element.text_content()).split("。") if words][:_SAMPLE]
    return bool(said) and sum(page.count(words) > 1 for words in said) >= _COPIED * len(said)


def style_of(element: HtmlElement) -> str:
    """Return the style that an element states of itself, as much of it as can mean anything."""
    return (element.get("style") or "")[:_LONGEST_STYLE].lower()


def names_of(element: HtmlElement) -> str:
    """Return the class and the id of an element, as much of them as can mean anything."""
    return f"{(element.get('class') or '')[:_LONGEST_NAME]} {(element.get('id') or '')[:_LONGEST_NAME]}"


def _holds_text(element: HtmlElement, marks: int, letters: int) -> bool:
    """Return whether an element, whatever its name, holds the page's title or much of its marks and letters."""
    if element.tag in _DEAD:
        return _share(element, marks, letters) > _OWN
    return element.find(".//h1") is not None or weight(element) > 30 or _share(element, marks, letters) > _OWN


def _share(element: HtmlElement, marks: int, letters: int) -> float:
    if marks >= _MARKED:
        return weight(element) / marks
    return _letters(element) / max(letters, 1)


def _letters(element: HtmlElement) -> int:
    """Return the number of characters outside links and scripts."""
    unseen = sum(len(one.text_content()) for one in element.iter("a", *_NEVER))
    return len(element.text_content()) - unseen


def weight(element: HtmlElement) -> int:
    """Return the number of marks that running text has and menus have not, links left out."""
    text = element.text_content()
    linked = "".join(link.text_content() for link in element.iter("a", "script", "style"))
    return len(_SENTENCE.findall(text)) - len(_SENTENCE.findall(linked))


def words_of(element: HtmlElement) -> str:
    """Return the text of an element, its white space closed up."""
    return " ".join(element.text_content().split())
