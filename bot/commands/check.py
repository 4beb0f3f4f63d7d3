"""`policy-bot check`: tell whether quotations are right: one, a file of them, or those of a draft."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from bot import checked_shapes
from corpus.checking.claims import Claim
from corpus.checking.drafts import SHORTEST, Draft, markdown, quotations
from corpus.errors import SettingsError
from corpus.reading.formats.decoding import decode
from corpus.reading.formats.docx_paragraphs import docx_paragraphs

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from bot.command_context import CommandContext
    from corpus.checking.drafts import Found
    from handlers.checking import Checking

DRAFTS = (".txt", ".md", ".docx")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `check`."""
    parser.add_argument(
        "quote", nargs="*", metavar="QUOTE|DRAFT", help="a quotation, or a .txt, .md or .docx"
    )
    parser.add_argument(
        "--from", dest="source", metavar="FILE", help='one quotation or {"quote", "claimed"} a line'
    )


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Print a verdict for each quotation; exit 0 whatever the verdicts."""
    from handlers.checking import Checking

    if bool(args.quote) == bool(args.source):
        raise SettingsError(
            "give either a quotation, a draft, or --from FILE",
            which="check",
            next_step="see policy-bot check --help",
        )
    with place.library() as store:
        checking = Checking(store)
        draft = _draft(args)
        if draft is not None:
            return _check_draft(checking, draft, args, place)
        for quote, claim in _asked(args):
            _show(checking, quote, claim, args, place)
    return 0


def _draft(args: argparse.Namespace) -> Draft | None:
    """Read the draft that was named; None where a quotation was given."""
    path = Path(" ".join(args.quote).strip())
    if args.source or path.suffix.lower() not in DRAFTS:
        return None
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SettingsError(
            f"cannot be read ({error.strerror})", which=str(path), next_step="give a draft that is there"
        ) from error
    if path.suffix.lower() == ".docx":
        return _paragraphs(docx_paragraphs(raw, str(path)))
    text = decode(raw, str(path)).replace("\r\n", "\n")
    return markdown(text) if path.suffix.lower() == ".md" else Draft(text)


def _paragraphs(lines: list[tuple[str, bool]]) -> Draft:
    """Put paragraphs together, one a line; those set as quotations, one after another, are one."""
    spans: list[tuple[int, int]] = []
    at = 0
    for text, is_quoted in lines:
        end = at + len(text)
        if is_quoted and text.strip():
            joined = bool(spans) and spans[-1][1] + 1 == at
            spans[-1:] = [(spans[-1][0], end)] if joined else [*spans[-1:], (at, end)]
        at = end + 1
    return Draft("\n".join(text for text, _ in lines), tuple(spans))


def _check_draft(checking: Checking, draft: Draft, args: argparse.Namespace, place: CommandContext) -> int:
    """Check each quotation of a draft, and tell how many stretches were passed over and why."""
    found, short = quotations(draft, checking.authors())
    for one in found:
        _show(checking, one.quote, one.claim, args, place, found=one)
    place.complain(
        f"seen {len(found) + short} = checked {len(found)} + skipped {short} (fewer than {SHORTEST} characters)"
    )
    return 0


def _asked(args: argparse.Namespace) -> Iterator[tuple[str, Claim]]:
    """Yield the quotations with what they claim."""
    if not args.source:
        yield " ".join(args.quote).strip(), Claim()
        return
    for number, line in enumerate(_lines(args.source), start=1):
        yield _line(line, f"{args.source}, line {number}")


def _lines(source: str) -> list[str]:
    try:
        text = Path(source).read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"cannot be read ({error})",
            which=source,
            next_step="give a UTF-8 file with one quotation a line",
        ) from error
    lines = text.replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _line(line: str, which: str) -> tuple[str, Claim]:
    """Read one line: a JSON object, or a quotation as it stands."""
    if not line.lstrip().startswith("{"):
        return line, Claim()
    try:
        said: Any = json.loads(line)
    except ValueError:
        return line, Claim()  # a quotation may begin with a brace
    claimed = said.get("claimed") or {}
    if not isinstance(said.get("quote"), str) or not isinstance(claimed, dict):
        raise SettingsError(
            "has no quote", which=which, next_step='write {"quote": "…", "claimed": {"title": "…"}}'
        )
    fields = (claimed.get(name) for name in ("title", "author", "date"))
    return said["quote"], Claim(*(str(one) if one else None for one in fields))


def _show(
    checking: Checking,
    quote: str,
    claim: Claim,
    args: argparse.Namespace,
    place: CommandContext,
    *,
    found: Found | None = None,
) -> None:
    """Check one quotation and print its verdict."""
    began = perf_counter()
    checked = checking.check(quote, claim)
    took_ms = 1000 * (perf_counter() - began)
    cited = checking.cited(checked)
    if args.json:
        shape = checked_shapes.checked_shape(checked, cited, took_ms)
        place.say_json(shape | (checked_shapes.found_shape(found) if found else {}))
        return
    for line in checked_shapes.checked_lines(checked, cited):
        place.say(line)
