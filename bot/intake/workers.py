"""Processes that read: one a core, started with the first piece, bounded by the system, gone with who started them.

Each is asked through a pipe of its own by a thread of its own, and answers document by document. A process whose
asker dies is ended by the system, whatever it does; an asker whose process dies (of a limit, say) tells of the
document that it died of, and has another process read the rest. They are copied from one that has the dictionaries
and has read nothing else: another is there in some milliseconds, and a fork of the asker would take along the
store's connections, which SQLite forbids.
"""

from __future__ import annotations

import fcntl
import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.intake.socket_folder import short_temporary_folder
from bot.read_limits import FULL, Limits
from corpus.errors import PolicyError, ReadingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerProcess

    from bot.intake.work import Work

STARTING = 120.0  # seconds until a process can be asked: some two, on cores that nobody else uses
ENDING = 5.0  # seconds that a process has to leave by itself
READY = ["bot.intake.ready"]  # for those that prepare what they read
One = TypeVar("One")


def cores() -> int:
    """Return on how many cores this process may run."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def serve(pipe: Connection, work: Callable[[Work], list[One | PolicyError]], limits: Limits) -> None:
    """Do what is asked through a pipe, document by document, until its other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the asker, and that ends this
    _end_with_asker()
    limits.confine()
    pipe.send(READY)
    while True:
        try:
            for piece in pipe.recv():
                limits.begin(piece.size)
                pipe.send(work(piece))
        except MemoryError:
            os._exit(FULL)  # what is left of a memory that was full once is in pieces
        except (EOFError, OSError):
            return


def _end_with_asker() -> None:
    """Have the system end this process, by SIGIO, as soon as its asker is gone: also in the middle of a document.

    The asker alone holds the other end of the sentinel, and writes nothing more into it. Where a system sends
    no signal for a pipe, the process leaves when it next looks at its own pipe, or by its limits.
    """
    asker = parent_process()
    if asker is None:
        return
    fcntl.fcntl(asker.sentinel, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(asker.sentinel, fcntl.F_SETFL, fcntl.fcntl(asker.sentinel, fcntl.F_GETFL) | os.O_ASYNC)
    if wait([asker.sentinel], 0):  # it had gone before
        os._exit(0)


@dataclass(slots=True)
class _Worker(Generic[One]):
    """A process and this end of its pipe; `silent` says that it was ended because nothing came for too long."""

    process: ForkServerProcess
    pipe: Connection
    limits: Limits
    ready: bool = False
    silent: bool = False

    def ask(self, pieces: Sequence[Work]) -> Iterator[list[One | PolicyError]]:
        """Yield what the process makes of each document; fewer where it dies of one."""
        try:
            if not self.ready:  # the first of all waits for the dictionaries, and no document is to blame
                self.ready = self.pipe.poll(STARTING) and bool(self.pipe.recv())
            self.pipe.send(pieces)
            for piece in pieces:
                if not self.pipe.poll(self.limits.silence(piece.size)):
                    self.silent = True
                    self.process.kill()
                    return
                yield self.pipe.recv()
        except (EOFError, OSError):
            return

    def end(self) -> int:
        """End the process, and return its exit code, below 0 for a signal."""
        self.pipe.close()
        self.process.join(ENDING)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        return self.process.exitcode or 0


class Workers(Generic[One]):
    """A process a core, each started when it is first needed; `work` is done in them, one document at a time.

    The modules that are `ready` are loaded once, before the first of them.
    """

    def __init__(
        self,
        work: Callable[[Work], list[One | PolicyError]],
        limits: Limits | None = None,
        count: int | None = None,
        ready: Sequence[str] = (),
    ) -> None:
        self.count = count or cores()
        self._work = work
        self._limits = limits or Limits()
        self._ready = list(ready)
        self._threads = ThreadPoolExecutor(self.count, thread_name_prefix="import")
        self._own = threading.local()
        self._all: list[_Worker[One]] = []
        self._closing = False

    def begin(self, work: Work) -> Future[list[One | PolicyError]]:
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

    def _done(self, work: Work) -> list[One | PolicyError]:
        """Have the documents read one after another; the one that costs a process is told, the rest go to another."""
        found: list[One | PolicyError] = []
        left = work.apart()
        while left:
            worker = self._worker()
            read = list(worker.ask(left))
            found += [one for some in read for one in some]
            left = left[len(read) :]
            if left:
                found.append(self._ended(worker, left.pop(0)))
            if self._closing:
                break
        return found

    def _ended(self, worker: _Worker[One], piece: Work) -> ReadingError:
        """Bury a process and say what it died of."""
        code = worker.end()
        self._all.remove(worker)
        self._own.worker = None
        broken = self._limits.broken(code, piece.size)
        if worker.silent:  # it waits for its file, or others take the processor from it
            broken = f"the process that read it said nothing for {self._limits.silence(piece.size)} s"
            step = "import it again when the machine is less busy; if it is not, check where the file lies"
            return ReadingError(broken, which=piece.which, next_step=step)
        if broken:
            step = "print or save it anew, or split it; .env.example says how to allow more"
            return ReadingError(broken, which=piece.which, next_step=step)
        how = f"was killed by signal {-code}" if code < 0 else f"ended with code {code}"
        return ReadingError(
            f"the process that read it {how}",
            which=piece.which,
            next_step="it may be too large for this machine's memory: split it",
        )

    def _worker(self) -> _Worker[One]:
        """Return this thread's process."""
        worker: _Worker[One] | None = getattr(self._own, "worker", None)
        if worker is None:
            context = get_context("forkserver")
            if self._ready:
                context.set_forkserver_preload(self._ready)
            mine, its = context.Pipe()
            process = context.Process(target=serve, args=(its, self._work, self._limits), daemon=True)
            with short_temporary_folder():
                process.start()
            its.close()
            worker = self._own.worker = _Worker(process, mine, self._limits)
            self._all.append(worker)
            if self._closing:
                process.terminate()  # it was started while the others were told to end
        return worker
