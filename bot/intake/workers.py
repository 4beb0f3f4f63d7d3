"""Processes that do an import's work: one a core, started with the first piece, and gone with who started them.

Each is asked through a pipe of its own by a thread of its own. A process whose asker dies reads the pipe's end and
leaves; an asker whose process dies (killed for its memory, say) tells of that piece and starts another.
"""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

from bot.intake.work import done
from corpus.errors import PolicyError, ReadingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from bot.intake.work import Work
    from corpus.preparing import Prepared

    Done = list[Prepared | PolicyError]

PATIENCE = 600.0  # seconds for one piece; the longest document that is read takes a tenth of that
ENDING = 5.0  # seconds that a process has to leave by itself


def cores() -> int:
    """Return on how many cores this process may run."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def serve(pipe: Connection, work: Callable[[Work], Done] = done) -> None:
    """Do what is asked through a pipe, until its other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the asker, and that ends this
    while True:
        try:
            pipe.send(work(pipe.recv()))
        except (EOFError, OSError):
            return


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process and this end of its pipe."""

    process: SpawnProcess
    pipe: Connection

    def ask(self, work: Work) -> Done | None:
        """Return what the process makes of a piece of work; None where it dies of it."""
        try:
            self.pipe.send(work)
            if not self.pipe.poll(PATIENCE):
                self.process.kill()
                return None
            found: Done = self.pipe.recv()
        except (EOFError, OSError):
            return None
        return found

    def end(self) -> str:
        """End the process, and say in words how it ended."""
        self.pipe.close()
        self.process.join(ENDING)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        code = self.process.exitcode or 0
        return f"was killed by signal {-code}" if code < 0 else f"ended with code {code}"


class Workers:
    """A process a core, each started when it is first needed."""

    def __init__(self, count: int | None = None, work: Callable[[Work], Done] = done) -> None:
        self.count = count or cores()
        self._work = work
        self._threads = ThreadPoolExecutor(self.count, thread_name_prefix="import")
        self._own = threading.local()
        self._all: list[_Worker] = []
        self._closing = False

    def begin(self, work: Work) -> Future[Done]:
        """Start a piece of work; at most `count` are under way at a time, the others wait."""
        return self._threads.submit(self._done, work)

    def close(self) -> None:
        """Let what is under way end, forget what waits, and end the processes."""
        self._closing = True
        for worker in list(self._all):
            worker.process.terminate()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._all:
            worker.end()

    def _done(self, work: Work) -> Done:
        worker = self._worker()
        found = worker.ask(work)
        if found is not None:
            return found
        ended = worker.end()
        self._all.remove(worker)
        self._own.worker = None
        pieces = work.apart()
        if (
            len(pieces) > 1 and not self._closing
        ):  # one document of several was too much: the others are none the worse
            return [one for piece in pieces for one in self._done(piece)]
        return [
            ReadingError(
                f"the process that read it {ended}",
                which=work.which,
                next_step="it may be too large for this machine's memory: split it",
            )
        ]

    def _worker(self) -> _Worker:
        """Return this thread's process."""
        worker: _Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            # a fork would take along the store's connections, which SQLite forbids
            context = get_context("spawn")
            mine, its = context.Pipe()
            process = context.Process(target=serve, args=(its, self._work), daemon=True)
            process.start()
            its.close()
            worker = self._own.worker = _Worker(process, mine)
            self._all.append(worker)
        return worker
