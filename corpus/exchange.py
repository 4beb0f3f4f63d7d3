"""The form in which a store's articles leave it and come back: a JSON line each, or Markdown to read.

A line has the fields that any JSON line may have (id, title, author, text, …) and besides `blocks` and
`codes`, so that reading it back guesses nothing: the same outline, the same sections, the same codes.
"""

from __future__ import annotations

import json
import re
from collections import deque
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from corpus.vocabulary import DETAILS, Article, Block, Outline, Past

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.vocabulary import Section

DEEPEST = 99  # levels of headings; no document has as many
INLINE_MARK = re.compile(r"[\\`*_\[\]<>&~]")
OPENING_MARK = re.compile(
    r"^(\s*\d*)([#+\-=>|.)])"
)  # what makes a list, a heading, a rule or a table of a line
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
MOST_VERSIONS = 1_000_000  # a number beyond says that the line is no export
KINDS = frozenset({"title", "author", "lead", "heading", "paragraph"})


@dataclass(frozen=True, slots=True)
class Exported:
    """One version of an article, whole: what was known of it, its text, blocks and sections with codes."""

    article: Article
    past: Past
    text: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]


def as_json_line(one: Exported, earlier: Sequence[Exported] = ()) -> str:
    """Write a version as one line of JSON, without the line feed; `earlier` ones, oldest first, within it."""
    shape = _shape(one)
    if earlier:
        shape["earlier"] = [_shape(version) for version in earlier]
    return json.dumps(shape, ensure_ascii=False)


def _shape(one: Exported) -> dict[str, object]:
    known = asdict(one.article) | asdict(one.past)
    return {
        **{name: value for name, value in known.items() if value is not None},
        "codes": [section.code for section in one.sections],
        "blocks": [_written(block) for block in one.blocks],
        "text": one.text,
    }


def versions_in(fields: Mapping[str, object]) -> list[Mapping[str, object]]:
    """Return the versions that a JSON line holds, oldest first: the line itself is the newest."""
    earlier = fields.get("earlier")
    if not isinstance(earlier, list):
        return [fields]
    newest = {name: value for name, value in fields.items() if name != "earlier"}
    return [*(one for one in earlier if isinstance(one, dict)), newest]


def _written(block: Block) -> dict[str, object]:
    """Write a block with those of its fields that say something."""
    shape: dict[str, object] = {"kind": block.kind, "text": block.text}
    if block.level is not None:
        shape["level"] = block.level
    if block.run_in is not None:
        shape["run_in"] = block.run_in
    if block.certainty < 1 or block.doubt:
        shape |= {"certainty": block.certainty, "doubt": block.doubt}
    return shape


def codes_in(fields: Mapping[str, object]) -> tuple[str, ...]:
    """Return the codes that a JSON line gives its sections; none where it gives no list of texts."""
    codes = fields.get("codes")
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        return ()
    return tuple(codes)


def past_in(fields: Mapping[str, object]) -> Past | None:
    """Return what a JSON line tells of its version, or None where it does not tell it as an export does."""
    told = [fields.get(name) for name in ("version", "added_at", "digest", "removed_at")]
    version, added_at, digest, removed_at = told
    if type(version) is not int or not 0 < version <= MOST_VERSIONS or not isinstance(digest, str):
        return None
    if not isinstance(added_at, str) or not isinstance(removed_at, str | None):
        return None
    if not all(INSTANT.fullmatch(one) for one in (added_at, removed_at) if one is not None):
        return None
    return Past(version, added_at, digest, removed_at)


def article_in(fields: Mapping[str, object]) -> Article:
    """Return what an exported line tells of its article; nothing is guessed beside it."""
    told = {name: value for name in DETAILS if isinstance(value := fields.get(name), str)}
    return Article(**{"id": "", "title": "", **told})


def outline_in(fields: Mapping[str, object]) -> Outline | None:
    """Return the outline that a JSON line brings along, or None where it brings none that fits its text."""
    blocks, title = fields.get("blocks"), fields.get("title")
    if not isinstance(blocks, list) or not isinstance(title, str):
        return None
    parts = [_read(block) for block in blocks]
    known = tuple(part for part in parts if part)
    if not known or len(known) < len(parts) or "\n".join(part.text for part in known) != fields.get("text"):
        return None
    return Outline(title, _text(fields, "author"), _text(fields, "lead"), known)


def _text(fields: Mapping[str, object], name: str) -> str | None:
    value = fields.get(name)
    return value if isinstance(value, str) else None


def _read(shape: object) -> Block | None:
    """Read one block; None where it is none, or says what cannot be."""
    if (
        not isinstance(shape, dict)
        or shape.get("kind") not in KINDS
        or not isinstance(shape.get("text"), str)
    ):
        return None
    text, level, run_in = shape["text"], shape.get("level"), shape.get("run_in")
    certainty, doubt = shape.get("certainty", 1.0), shape.get("doubt", "")
    fits = (
        (level is None or (isinstance(level, int) and 1 <= level <= DEEPEST))
        and (run_in is None or (isinstance(run_in, str) and text.startswith(run_in)))
        and isinstance(certainty, int | float)
        and isinstance(doubt, str)
    )
    return Block(shape["kind"], text, level, run_in, float(certainty), doubt) if fits else None


def as_markdown(one: Exported) -> str:
    """Write a version as Markdown with front matter, the codes of its sections in comments.

    What Markdown would read as a mark is escaped, so that a reader sees the very text.
    """
    front = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in _front(one.article)]
    return "\n".join(["---", *front, "---", "", *_body(one), ""])


def _front(article: Article) -> list[tuple[str, str]]:
    names = ("title", "author", "source", "published", "url", "status", "document_number", "effective")
    return [(name, value) for name in names if (value := getattr(article, name))]


def _body(one: Exported) -> Iterator[str]:
    """Write each block as a line, then the codes of the sections that start in it, then an empty line."""
    sections = deque(one.sections)
    start = 0
    for block in one.blocks:
        yield _mark(block) + _escaped(block.text)
        start += len(block.text) + 1
        while sections and sections[0].start < start:
            yield f"<!-- {sections.popleft().code} -->"
        yield ""


def _mark(block: Block) -> str:
    """Return what makes a line a heading: the title stands on the first level, headings below it."""
    level = {"title": 1, "heading": 1 + (block.level or 1)}.get(block.kind, 0)
    return "#" * min(level, 6) + " " if level else ""


def _escaped(text: str) -> str:
    r"""Put a backslash before each mark of Markdown (https://spec.commonmark.org/0.31.2/#backslash-escapes)."""
    return OPENING_MARK.sub(r"\1\\\2", INLINE_MARK.sub(r"\\\g<0>", text))
