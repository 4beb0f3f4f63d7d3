"""`policy-bot notes`: the source notes (校注) of an article; its text stays as it is."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.article_argument import add_article
from bot.intake.work import Work, radicals
from bot.intake.workers import Workers
from corpus.errors import PolicyError
from corpus.radicals import unified
from corpus.reading.source_notes import notes

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from bot.command_context import CommandContext
    from corpus.vocabulary import Section


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `notes`."""
    add_article(parser)


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Print a line for each flaw of the printed text, with its offsets into the canonical text."""
    with place.library() as store:
        exported = store.articles.export(args.article)
        raw = store.articles.source(args.article)
    found = notes(exported.text)
    read_as = _radicals(args.article, raw, place) if raw.startswith(b"%PDF") else {}
    for note in found:
        code = _code_at(exported.sections, note.start)
        if args.json:
            shape = {"kind": note.kind, "start": note.start, "end": note.end, "text": note.text}
            place.say_json({**shape, "says": note.says, "code": code})
        else:
            place.say(f"{note.start}–{note.end}  {code or 'heading'}  {note.kind}: {note.says}  {note.text}")
    for radical, times in read_as.items():
        says = f"the PDF names the radical U+{ord(radical):04X}, read as {unified(radical)}"
        if args.json:
            place.say_json({"kind": "radical", "text": radical, "says": says, "times": times})
        else:
            place.say(f"{times} times  radical: {says}  {radical}")
    if not found and not read_as and not args.json:
        place.say("no notes: nothing in the text looks displaced, unbalanced, stray or doubled")
    return 0


def _radicals(article: str, raw: bytes, place: CommandContext) -> Mapping[str, int]:
    """Count the radicals that a PDF names for characters, read in another process and within its limits."""
    work = Work(Path(article), {}, "", len(raw), lines=((1, raw),))
    with closing(Workers(radicals, place.settings.limits, 1)) as workers:
        (found,) = workers.begin(work).result()
    if isinstance(found, PolicyError):
        raise found
    return found


def _code_at(sections: tuple[Section, ...], place: int) -> str | None:
    """Return the code of the section that holds a place in the text; None for a title or heading."""
    at = bisect_right([section.start for section in sections], place) - 1
    return sections[at].code if at >= 0 and place < sections[at].end else None
