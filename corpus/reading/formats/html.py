"""HTML as pieces: the main content only, with headings, bold and centred text as cues; no request is ever made."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading.formats import html_blocks, html_bylines
from corpus.reading.formats.decoding import decode, printed
from corpus.reading.formats.format import Format, stated
from corpus.reading.formats.html_lists import ListNumbers
from corpus.reading.formats.html_pruning import CONTENT, names_of, prune, weight, words_of
from corpus.reading.pieces import Piece
from corpus.reading.wording.sentence_ends import unspaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from corpus.vocabulary import Outline

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_SUMMARY = re.compile(
    r"(?:^|[-_ ])(?:abstract|summary|lead|digest|intro|excerpt|daodu|zhaiyao|subtitle)(?:$|[-_ ])",
    re.IGNORECASE,
)
_MOST_ATTRIBUTES = 1_000
_LADEN = re.compile(
    r"<[A-Za-z][^\s/<>]*+(?:[\s/]++[^\s/=<>]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s<>\"']*+))?+){1001}"
)
"""A tag of more attributes, each of which the parser holds against all before it."""
_TOP = 4
"""Pieces from the top among which a page's only first-level heading is its title."""
_MOST = 0.6
"""Share of a page's sentences that its content holds at least; where no child holds it, the search stops."""
_LEAST_TITLE = 5
"""Characters of a title that stands above the content in no heading."""
_UNSEEN = ("script", "style")


def pieces(raw: bytes, which: str) -> tuple[list[Piece], tuple[str, ...]]:
    """Return the blocks of a web page, and what stood round them; raises ReadingError for what is no text."""
    return _parted(_tree(_source(raw, which), which))


def _parted(root: HtmlElement) -> tuple[list[Piece], tuple[str, ...]]:
    title = re.sub(r"\s+", " ", root.findtext(".//title") or "").strip()
    body = root.find("body")
    body = root if body is None else body
    dropped = tuple(prune(body))
    content = _content(body)
    inside, said = html_bylines.part(_titled(list(html_blocks.walk(content)), title))
    around = _before(body, content)
    above = _front(around, title, titled=any(piece.role == "title" for piece in inside))
    dropped += said + tuple(_outside(body, content, _used(around, above)))
    return above + inside, dropped


def _source(raw: bytes, which: str) -> str:
    """Return the source of a page in the encoding that it states, or that fits it."""
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
    if _LADEN.search(text):
        raise ReadingError(
            f"a tag of more than {_MOST_ATTRIBUTES:,} attributes",
            which=which,
            next_step="open it in a browser and save its text",
        )
    from lxml import etree, html

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
    for element in tree.iter():
        element.text, element.tail = printed(element.text or ""), printed(element.tail or "")
    return tree


def _content(body: HtmlElement) -> HtmlElement:
    """Return the element that holds the text: one with a well-known name, else the deepest with most of it."""
    total = max(weight(body), 1)
    for element in body.iter():
        names = names_of(element).split()
        if (element.tag == "article" or any(CONTENT.match(name) for name in names)) and weight(
            element
        ) > _MOST * total:
            return element
    here = body
    while True:
        heavy = [child for child in here if isinstance(child.tag, str) and weight(child) >= _MOST * total]
        if len(heavy) != 1 or heavy[0].tag in html_blocks.LEAVES - {"tr"} or _is_paragraph(heavy[0]):
            return here
        here = heavy[0]


def _is_paragraph(element: HtmlElement) -> bool:
    """Return whether an element is one of several alike that hold text: paragraphs, the longest of them by far."""
    others = [*element.itersiblings(element.tag, preceding=True), *element.itersiblings(element.tag)]
    return any(names_of(other) == names_of(element) and weight(other) > 0 for other in others)


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


def _used(around: list[HtmlElement], above: list[Piece]) -> set[HtmlElement]:
    """Return the elements above the content whose words are the title or the lead, all that is in them included."""
    kept = {piece.text for piece in above if piece.role != "author"}
    found: set[HtmlElement] = set()
    for element in around:
        words = words_of(element)
        if words in kept:
            kept.discard(words)
            found |= set(element.iter())
    return found


def _outside(body: HtmlElement, content: HtmlElement, used: set[HtmlElement]) -> Iterator[str]:
    """Yield the words that stand on the page outside of its content and of what is `used` above it."""
    within = {*content.iter(), *used}
    for element in () if content is body else body.iter():
        here = element.text if element not in within else None
        for words in (
            here,
            element.tail if element is content or element.getparent() not in within else None,
        ):
            if words and words.strip():
                yield " ".join(words.split())


def _front(around: list[HtmlElement], title: str, *, titled: bool) -> list[Piece]:
    """Make pieces of the title (unless the content has it), the author and the summary above the content."""
    found: list[Piece] = []
    heads = [words for element in around if element.tag in {"h1", "h2"} and (words := words_of(element))]
    if heads and not titled:
        known = [words for words in heads if unspaced(words) in unspaced(title)]
        found.append(Piece((known or heads)[-1], role="title"))
    elif not titled and title:
        named = [words for element in around if (words := words_of(element)) and _opens(title, words)]
        found += [Piece(max(named, key=len), role="title")] if named else []
    for element in around:
        author = html_bylines.author(words_of(element)) if not len(element) else None
        names = names_of(element)
        if author and not any(piece.role == "author" for piece in found):
            found.append(Piece(author, role="author"))
        elif (
            _SUMMARY.search(names) and words_of(element) and not any(piece.role == "lead" for piece in found)
        ):
            found.append(Piece(words_of(element), role="lead"))
    return found


def _opens(title: str, words: str) -> bool:
    """Return whether words above the content are what the page's title begins with: <div class="title">."""
    return len(words) >= _LEAST_TITLE and unspaced(title).startswith(unspaced(words))


def _titled(found: list[Piece], title: str) -> list[Piece]:
    """Return the pieces, the title among them marked: those that the page's title opens with, or the only h1."""
    squeezed = unspaced(title)
    for count in (4, 3, 2, 1):
        words = "".join(unspaced(piece.text) for piece in found[:count])
        if words and len(found) > count and squeezed.startswith(words):
            return [Piece("".join(piece.text for piece in found[:count]), role="title"), *found[count:]]
    tops = [place for place, piece in enumerate(found) if piece.level == 1]
    if len(tops) != 1 or tops[0] >= _TOP:
        return found
    heading = found[tops[0]]
    return [*found[: tops[0]], replace(heading, role="title", level=None), *found[tops[0] + 1 :]]


def _read(raw: bytes, which: str, title: str | None) -> tuple[dict[str, str], Outline]:
    root = _tree(_source(raw, which), which)
    author = html_bylines.stated_author(root)
    outline = stated(*_parted(root), title, which)
    return {"author": author} if author and outline.author is None else {}, outline


def _bare_text(raw: bytes, which: str) -> str:
    """Return the text of a web page, navigation and all, with the numbers that a browser sets before items."""
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(remove_comments=True, remove_pis=True)
    root = document_fromstring(_DECLARED.sub("", _source(raw, which)), parser=parser)
    body = root.find("body")
    body = root if body is None else body
    for element in [*body.iter(*_UNSEEN)]:
        element.text = None
    numbers = ListNumbers()
    for element in [*body.iter("li", "img")]:
        element.text = html_blocks.drawn(element) + numbers.before(element) + (element.text or "")
    return "".join(str(text) for text in body.itertext())


FORMAT = Format("HTML", (".html", ".htm"), _read, _bare_text, marked_up=True, needs="lxml")
