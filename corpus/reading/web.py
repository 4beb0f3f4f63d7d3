"""HTML as pieces: the main content only, with headings, bold and centred text as cues; no request is ever made."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading import blocks, bylines
from corpus.reading.decoding import decode, printed
from corpus.reading.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_DEAD = frozenset("script style noscript template iframe canvas nav footer aside form button select svg object "
                  "video audio head link meta input textarea map".split())  # fmt: skip
_FURNITURE = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|menu|crumbs?|breadcrumbs?|foot|footer|copyright|sidebar|side|share|sharing|related|"
    r"recommend|comments?|toolbar|tools|pager|pages|pagination|qrcode|qr|ads?|advert|top|header|banner|links?|"
    r"hidden|print|fontsize|editor|keywords|tags)(?:$|[-_ ])",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"^(?:ucap-content|trs_editor|zoom|article-?content|content-?text|main-?content|pages_content|article-?body"
    r"|entry-?content|post-?content|view.*con|con_con|text_con|wz_content|detail-?content)$",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"(?:^|[-_ ])(?:abstract|summary|lead|digest|intro|excerpt|daodu|zhaiyao|subtitle)(?:$|[-_ ])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[。；，、！？]|[.,;] ")
_LONGEST_STYLE = 2_000
_LONGEST_NAME = 300
"""Characters of a class or an id that are looked at."""
_TOP = 4
"""Pieces from the top among which a page's only first-level heading is its title."""
_MOST = 0.6
"""Share of a page's sentences that its content holds at least; where no child holds it, the search stops."""


@dataclass(frozen=True, slots=True)
class Page:
    """A web page read: its pieces, what stood round them, and the address that it gives itself."""

    pieces: list[Piece]
    furniture: tuple[str, ...]
    title: str


def page(raw: bytes, which: str) -> Page:
    """Read a web page; raises ReadingError for bytes that are no text or hold none, or where lxml is missing."""
    root = _tree(_text(raw, which), which)
    title = re.sub(r"\s+", " ", root.findtext(".//title") or "").strip()
    body = root.find("body")
    body = root if body is None else body
    dropped = tuple(_prune(body))
    content = _content(body)
    inside, said = bylines.part(_titled(list(blocks.walk(content)), title))
    above = _front(_before(body, content), title, titled=any(piece.role == "title" for piece in inside))
    used = "".join(piece.text for piece in above)
    dropped += said + tuple(words for words in _outside(body, content) if words not in used)
    return Page(above + inside, dropped, title)


def _text(raw: bytes, which: str) -> str:
    declared = _CHARSET.search(raw[:4096])
    name = declared.group(1).decode("ascii").lower() if declared else ""
    if name in {"gb2312", "gbk", "gb18030"}:
        try:
            return printed(raw.decode("gb18030"))
        except UnicodeDecodeError:
            pass
    return printed(decode(raw, which))


def _tree(text: str, which: str) -> HtmlElement:
    if "<!ENTITY" in text:
        raise ReadingError(
            "XML entities of its own", which=which, next_step="open it in a browser and save its text"
        )
    try:
        from lxml import etree, html
    except ImportError as error:
        raise ReadingError(
            "HTML needs lxml, which is not installed", which=which, next_step="pip install 'policy-bot[docs]'"
        ) from error
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        tree = html.document_fromstring(_DECLARED.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError(
            "no HTML that can be read", which=which, next_step="open it in a browser and save its text"
        ) from error
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise ReadingError(
            "elements nested too deep", which=which, next_step="open it in a browser and save its text"
        )
    return tree


def _prune(body: HtmlElement) -> Iterator[str]:
    """Take out what is no text of the page's own; yield the words taken out."""
    gone: set[HtmlElement] = set()
    for element in list(body.iter()):
        if element is body or not isinstance(element.tag, str) or element in gone:
            continue
        names = _named(element)
        hidden = re.search(r"display\s*:\s*none", (element.get("style") or "")[:_LONGEST_STYLE]) is not None
        if element.tag in _DEAD or hidden or (_FURNITURE.search(names) and not _holds_text(element)):
            words = _words(element) if element.tag not in {"script", "style"} else ""
            gone.update(element.iter())
            if words:
                yield words
            element.drop_tree()


def _named(element: HtmlElement) -> str:
    """Return the class and the id of an element, as much of them as can mean anything."""
    return f"{(element.get('class') or '')[:_LONGEST_NAME]} {(element.get('id') or '')[:_LONGEST_NAME]}"


def _holds_text(element: HtmlElement) -> bool:
    """Tell whether an element, whatever its name, holds running text or the page's title."""
    return element.find(".//h1") is not None or _weight(element) > 30


def _weight(element: HtmlElement) -> int:
    """Count the marks that running text has and menus have not, links left out."""
    text = element.text_content()
    linked = "".join(link.text_content() for link in element.iter("a"))
    return len(_SENTENCE.findall(text)) - len(_SENTENCE.findall(linked))


def _content(body: HtmlElement) -> HtmlElement:
    """Return the element that holds the text: one with a well-known name, else the deepest with most of it."""
    total = max(_weight(body), 1)
    for element in body.iter():
        names = _named(element).split()
        if (element.tag == "article" or any(_CONTENT.match(name) for name in names)) and _weight(
            element
        ) > _MOST * total:
            return element
    here = body
    while True:
        heavy = [child for child in here if isinstance(child.tag, str) and _weight(child) >= _MOST * total]
        if len(heavy) != 1 or heavy[0].tag in blocks.LEAVES - {"tr"}:
            return here
        here = heavy[0]


def _before(body: HtmlElement, content: HtmlElement) -> list[HtmlElement]:
    """Return the elements that stand before the content, outside of it."""
    if content is body:
        return []
    above = {content, *content.iterancestors()}
    found = []
    for element in body.iter():
        if element is content:
            break
        if element not in above:
            found.append(element)
    return found


def _outside(body: HtmlElement, content: HtmlElement) -> Iterator[str]:
    """Yield the words that stand on the page outside of its content."""
    within = set(content.iter())
    for element in () if content is body else body.iter():
        here = element.text if element not in within else None
        for words in (here, element.tail if element is content or element not in within else None):
            if words and words.strip():
                yield " ".join(words.split())


def _front(around: list[HtmlElement], title: str, *, titled: bool) -> list[Piece]:
    """Make pieces of the title (unless the content has it), the author and the summary above the content."""
    found: list[Piece] = []
    heads = [words for element in around if element.tag in {"h1", "h2"} and (words := _words(element))]
    if heads and not titled:
        known = [words for words in heads if "".join(words.split()) in "".join(title.split())]
        found.append(Piece((known or heads)[-1], role="title"))
    for element in around:
        author = bylines.author(_words(element)) if not len(element) else None
        names = _named(element)
        if author and not any(piece.role == "author" for piece in found):
            found.append(Piece(author, role="author"))
        elif _SUMMARY.search(names) and _words(element) and not any(piece.role == "lead" for piece in found):
            found.append(Piece(_words(element), role="lead"))
    return found


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _titled(found: list[Piece], title: str) -> list[Piece]:
    """Mark the title inside the content: the first pieces that the page's title opens with, or the only h1."""
    squeezed = "".join(title.split())
    for count in (4, 3, 2, 1):
        words = "".join("".join(piece.text.split()) for piece in found[:count])
        if words and len(found) > count and squeezed.startswith(words):
            return [Piece("".join(piece.text for piece in found[:count]), role="title"), *found[count:]]
    tops = [place for place, piece in enumerate(found) if piece.level == 1]
    if len(tops) != 1 or tops[0] >= _TOP:
        return found
    heading = found[tops[0]]
    return [*found[: tops[0]], replace(heading, role="title", level=None), *found[tops[0] + 1 :]]
