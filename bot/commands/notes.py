"""`policy-bot notes`: the source notes (校注) of an article; its text stays as it is."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from corpus.reading.notes import notes

if TYPE_CHECKING:
    import argparse

    from bot.place import Place
    from corpus.vocabulary import Section


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `notes`."""
    parser.add_argument("article", metavar="ARTICLE", help="the article's id, as `articles` lists it")


def run(args: argparse.Namespace, place: Place) -> int:
    """Print a line for each flaw of the printed text, with its offsets into the canonical text."""
    with place.library() as store:
        exported = store.articles.export(args.article)
    found = notes(exported.text)
    for note in found:
        code = _code_at(exported.sections, note.start)
        if args.json:
            shape = {"kind": note.kind, "start": note.start, "end": note.end, "text": note.text}
            place.say_json({**shape, "says": note.says, "code": code})
        else:
            place.say(f"{note.start}–{note.end}  {code or 'heading'}  {note.kind}: {note.says}  {note.text}")
    if not found and not args.json:
        place.say("no notes: nothing in the text looks displaced, unbalanced, stray or doubled")
    return 0


def _code_at(sections: tuple[Section, ...], place: int) -> str | None:
    """Return the code of the section that holds a place in the text; None for a title or heading."""
    at = bisect_right([section.start for section in sections], place) - 1
    return sections[at].code if at >= 0 and place < sections[at].end else None
