"""The processes of an import: they die with who asks them, and who asks survives their death."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from bot.intake.work import Work
from bot.intake.workers import Workers
from bot.read_limits import Limits
from corpus.errors import PolicyError, ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.preparing import Prepared

ASKER = """
import sys, time
from pathlib import Path
from bot.intake.workers import Workers
from tests.bot.intake.test_workers import some, its_own_number
from bot.read_limits import Limits

if __name__ == "__main__":
    workers = Workers(its_own_number, Limits(seconds=9_000), count=2)
    print(*(str(one.result()[0]) for one in [workers.begin(some("a")) for _ in range(8)]), flush=True)
    {asking}
    time.sleep(60)
"""
BUSY = 'workers.begin(some("busy")); workers.begin(some("busy"))'


def some(*names: str) -> Work:
    """Make a piece of work of lines."""
    return Work(Path("some.jsonl"), {}, "", 1, lines=tuple((n, s.encode()) for n, s in enumerate(names, 1)))


def deadly(work: Work) -> list[Prepared | PolicyError]:
    """Echo the lines as errors; one of them kills the process that reads it."""
    if any(raw == b"kill" for _, raw in work.lines):
        os.kill(os.getpid(), signal.SIGKILL)
    return [ReadingError(raw.decode()) for _, raw in work.lines]


def its_own_number(work: Work) -> list[Prepared | PolicyError]:
    """Tell which process this is; never, where it is kept busy."""
    busy = any(raw == b"busy" for _, raw in work.lines)
    if busy:
        print("busy", flush=True)
    while busy:
        pass
    time.sleep(0.05)
    return [ReadingError(str(os.getpid()))]


def test_a_process_that_dies_costs_its_document_only() -> None:
    """The line that killed it is told, with the signal; the lines around it and the next pieces are read."""
    workers = Workers(deadly, count=1)
    try:
        pieces = [workers.begin(some("a", "kill", "b")), workers.begin(some("c"))]
        said = [str(one) for piece in pieces for one in piece.result(timeout=60)]
    finally:
        workers.close()
    assert said[0::2] == ["a", "b"]
    assert said[1].startswith("some.jsonl, line 2: the process that read it was killed by signal 9")
    assert said[3] == "c"


@pytest.mark.parametrize("asking", ["", BUSY])
def test_the_processes_leave_when_their_asker_is_killed(asking: str) -> None:
    """After a SIGKILL nothing is left behind, though a document was being read that takes an age."""
    root = Path(__file__).parent.parent.parent.parent
    program = ASKER.format(asking=asking)
    asker = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=root)
    assert asker.stdout is not None
    numbers = {int(one) for one in asker.stdout.readline().split()}
    heard = ""
    while heard.count("busy") < asking.count("begin"):  # two processes may write into one line
        heard += asker.stdout.readline()
    asker.kill()
    asker.wait()
    assert numbers
    until = time.monotonic() + 120  # at once by a signal; where that is missed, by the limits
    while numbers and time.monotonic() < until:
        numbers = {number for number in numbers if alive(number)}
        time.sleep(0.05)
    asker.stdout.close()
    assert numbers == set()


def alive(number: int) -> bool:
    """Tell whether a process runs; one that waits to be buried does not."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_process_that_starts_while_all_are_ended_ends_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing in the very moment in which a process starts waits for no reading to come to its end."""
    workers, closing = Workers(its_own_number, Limits(seconds=9_000), count=1), Event()

    def close() -> None:
        workers.close()
        closing.set()

    @contextmanager
    def closed_meanwhile() -> Iterator[None]:
        yield
        Thread(target=close, daemon=True).start()
        time.sleep(0.5)  # it has told those that it knows of

    monkeypatch.setattr("bot.intake.workers.short_temporary_folder", closed_meanwhile)
    workers.begin(some("busy"))
    assert closing.wait(60)
