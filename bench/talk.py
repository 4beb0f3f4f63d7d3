"""Measures spotting in a channel: office talk without a name must stay unanswered, messages with one get its card.

Usage: python bench/talk.py [SHARED], where SHARED holds bench/structure and bench/dev (default ../shared).
The names are those of the labelled documents; then the same with 52 more articles in the library.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.initiatives import documents
from bot.app import build_app
from bot.console.stand_in import SlackStandIn
from bot.intake.importing import import_paths
from bot.settings import from_environment
from corpus.reading import bundled
from corpus.text.normalize import normalize
from db.store import Store
from tests.handlers.door import Door
from tests.handlers.talk import NAMED, OFFICE

if TYPE_CHECKING:
    from collections.abc import Sequence

WANTED = 200
START = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def articles(bench: Path, folder: Path) -> Path:
    """Write the labelled documents as articles and return the file."""
    path = folder / "labelled.jsonl"
    lines = [
        {"id": document["id"], "title": document["title"], "author": document.get("author"), "text": text}
        for document, text in documents(bench / "structure/initiatives/dev/docs")
    ]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return path


def names(bench: Path) -> list[str]:
    """Return the names that the labels want to be read out."""
    truth = sorted((bench / "structure/initiatives/dev/truth").glob("*.json"))
    return [one["name"] for path in truth for one in _wanted(path)]


def _wanted(truth: Path) -> list[dict[str, Any]]:
    return [one for one in json.loads(truth.read_text("utf-8"))["initiatives"] if one["must"]]


def play(library: Path, wanted: Sequence[str]) -> None:
    """Send both kinds of messages through the app's door and print what came of them."""
    clock = [START]

    def now() -> datetime:
        clock[0] += timedelta(hours=1)
        return clock[0]

    with SlackStandIn() as slack, Store(str(library)) as store:
        said = {
            "SLACK_BOT_TOKEN": slack.token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.url,
        }
        door = Door(build_app(from_environment(said), store, now, one_thread=True), slack)
        door.command("spot on")
        bothered = [text for text in OFFICE if door.posted_after(door.message(text))]
        outcomes: Counter[str] = Counter()
        for name, sentence in islice(zip(cycle(wanted), cycle([*NAMED, "接着说{}"]), strict=False), WANTED):
            cards = door.posted_after(door.message(sentence.format(name)))
            meant = store.initiatives.get(name)
            shown = bool(cards and meant and normalize(cards[0]["text"]).startswith(normalize(meant.name)))
            outcome = "right card" if shown and len(cards) == 1 else "another card" if cards else "no reply"
            outcomes[outcome] += 1
            if outcome != "right card":
                print(f"  {sentence.format(name)}: {outcome}{'' if meant else ' (not read out of the text)'}")
        print(f"office talk: {len(bothered)} replies to {len(OFFICE)} messages {bothered or ''}")
        print(f"with a name: {dict(outcomes)}")


def main() -> None:
    """Run with the labelled documents, then with more articles beside them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "shared", type=Path, nargs="?", default=Path(__file__).parent.parent.parent / "shared"
    )
    bench = parser.parse_args().shared / "bench"
    with tempfile.TemporaryDirectory() as scratch:
        few = [bundled.path(), articles(bench, Path(scratch))]
        for number, files in enumerate((few, [*few, bench / "dev/small/articles.jsonl"])):
            library = Path(scratch) / f"{number}.db"
            with Store(str(library)) as store:
                count = len(list(import_paths(store, files, {}, START.isoformat)))
            print(f"{count} articles")
            play(library, names(bench))


if __name__ == "__main__":
    main()
