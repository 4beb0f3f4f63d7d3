"""One scenario's own server, Slack and copy of the library, and what is seen of them."""

from __future__ import annotations

import shutil
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from bench.load.asking import HONEST, Asked, Asker, finish, spread
from bench.load.counting import Row, mentions, outcome, row
from bench.load.program import NotStartedError, Program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bench.load.library import Library
    from bench.load.slack import Slack

HELP = "/policy search"  # stands in the help, and in no apology
CHANNELS = 8  # that mentions are spread over
SETTLING = 30.0  # seconds that answers still owed are waited for
IDLE = 20.0  # seconds without any call to Slack after which nothing is waited for; a 429 costs ten
LOOK = 0.25  # seconds between two looks at what came


@dataclass
class Stage:
    """Everything a scenario needs. `notes` is what it tells besides the counts."""

    library: Library
    program: Path
    folder: Path
    slack: Slack
    asked: list[Asked] = field(default_factory=list)
    notes: dict[str, object] = field(default_factory=dict)
    cpu: float = 0.0
    tracebacks: int = 0
    _asking: count[int] = field(default_factory=count)

    @contextmanager
    def serve(
        self, database: Path | None = None, before_start: Callable[[], None] | None = None
    ) -> Iterator[tuple[Program, Asker]]:
        """Run the program over a library, a copy of ours where none is named, warmed by a first command."""
        place = database or self.database()
        with Program(self.program, place, self.slack, self.folder, before_start) as program:
            asker = Asker(program.port, self.slack)
            asker.command("help", HELP, "help")
            asker.command(self.phrase(), "")
            asker.asked.clear()
            begun = program.cpu()
            try:
                yield program, asker
            finally:
                self.asked += asker.asked
                self.cpu += max(0.0, program.cpu() - begun)
        self.tracebacks = program.tracebacks()

    def database(self) -> Path:
        """Return this scenario's copy of the library; made once."""
        place = self.folder / "policy.db"
        if not place.exists():
            shutil.copyfile(self.library.path, place)
        return place

    def phrase(self) -> str:
        """Return a phrase of the library that nobody asked for yet."""
        return self.library.phrases[next(self._asking) % len(self.library.phrases)]

    def search(self, asker: Asker, number: int, seconds: float) -> None:
        """Let so many users search over some seconds, each for another phrase; return when all are acknowledged."""
        phrases = [self.phrase() for _ in range(number)]
        finish(spread([lambda words=words: asker.command(words, words) for words in phrases], seconds))

    def mention(self, asker: Asker, number: int, seconds: float) -> None:
        """Let so many users mention the bot over some seconds, in several channels."""
        phrases = [self.phrase() for _ in range(number)]
        acts = [
            lambda words=words, at=at: asker.mention(words, f"C0ROOM{at % CHANNELS}")
            for at, words in enumerate(phrases)
        ]
        finish(spread(acts, seconds))

    def settle(self, asked: list[Asked], seconds: float = SETTLING) -> None:
        """Wait until every honest request has its answer, not for ever and not longer than anything still comes."""
        ending = time.monotonic() + seconds
        came, last = 0, time.monotonic()
        while time.monotonic() < min(ending, last + IDLE):
            if len(self.slack.calls()) > came:
                came, last = len(self.slack.calls()), time.monotonic()
            answers, threads = self.slack.answers(), self.slack.threads()
            waiting = [one for one in asked if one.who == HONEST]
            if all(
                threads[one.thread]
                if one.kind == "mention"
                else outcome(one, answers.get(one.response_url, ())) in {"answered", "apology"}
                for one in waiting
            ):
                return
            time.sleep(LOOK)

    def row(self, name: str) -> Row:
        """Count what honest users got; mentions stand in the notes, as they are answered by posts."""
        honest = [one for one in self.asked if one.who == HONEST]
        made = row(name, [one for one in honest if one.kind != "mention"], self.slack.answers())
        if said := [one for one in honest if one.kind == "mention"]:
            made.notes |= mentions(said, self.slack.threads())
        if health := [one for one in self.asked if one.who == "healthz"]:
            made.notes["healthz ok"] = f"{sum(one.status == 200 for one in health)} of {len(health)}"
        made.notes |= self.notes
        made.cpu_s, made.tracebacks = round(self.cpu, 2), self.tracebacks
        return made

    def failed(self, name: str, error: NotStartedError, requests: int) -> Row:
        """Return the row of a server that did not start: nobody is answered."""
        notes = {"did not start": str(error).replace(str(self.folder), "…")[:160]}
        return Row(name, requests=requests, late=requests, never=requests, notes=notes)
