"""What goes wrong on purpose: the write lock held, a disk that is full or read-only, strangers, half-sent requests."""

from __future__ import annotations

import os
import resource
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from bench.load.asking import FORM, JSON, exchange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LOCKING = """
import sqlite3, sys, time
store = sqlite3.connect(sys.argv[1], isolation_level=None)
store.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
time.sleep(float(sys.argv[2]))
"""
LARGE = 1_000_000  # bytes of a stranger's body, just below the limit
ROOM = 1 << 20  # bytes of a full disk beyond the library, then filled up
SMALL = 1 << 14  # bytes; the index of a WAL takes twice that
FIELDS = (FORM, b"a=&" * (LARGE // 3))  # the dearest to parse
STRANGE = (
    FIELDS,
    FIELDS,
    (JSON, b"[" + b",".join([b"[]"] * (LARGE // 3 - 1)) + b"]"),
    (FORM, b"payload=" + quote("工").encode() * (LARGE // 9 - 1)),
)


@contextmanager
def write_lock(database: Path, seconds: float) -> Iterator[None]:
    """Hold the write lock in another process for some seconds, at most as long as the block lasts."""
    command = [sys.executable, "-c", LOCKING, str(database), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:  # noqa: S603 - our own script
        for _ in holder.stdout or ():
            break  # it holds the lock now
        try:
            yield
        finally:
            holder.kill()


@dataclass(frozen=True)
class Disk:
    """A library on a small disk, what a program must do before it starts there, and what fills the disk up."""

    database: Path
    before_start: Callable[[], None] | None
    fill: Callable[[], None]


@contextmanager
def disk(library: Path, folder: Path, *, writable: bool) -> Iterator[Disk]:
    """Give a library on a disk that can be filled up, or on one that is read-only.

    A small tmpfs, where we may mount; else a limit on the size of files from the start, at which a write fails
    as on a full disk (for a read-only one: a file and a folder without the right to write; that does not bind root).
    """
    place = folder / "disk"
    place.mkdir()
    size = library.stat().st_size + ROOM
    mounted = _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))
    try:
        database = place / "policy.db"
        shutil.copyfile(library, database)
        if not mounted:
            print("no right to mount: the disk is one by limits and rights")
        if mounted and not writable:
            _mount("-o", "remount,ro", str(place))
        if not mounted and not writable:
            database.chmod(0o444)
            place.chmod(0o555)
        limited = None if mounted or not writable else _small_files
        yield Disk(database, limited, lambda: _fill(place / "filler"))
    finally:
        if mounted:
            _run("umount", "--lazy", str(place))
        else:
            place.chmod(0o755)


def _mount(*words: str) -> bool:
    """Mount, or mount anew with other options; False where we may not."""
    return _run("mount", *words)


def _run(name: str, *words: str) -> bool:
    """Run a command of the system; False where it is missing or fails."""
    path = shutil.which(name)
    if path is None:
        return False
    return subprocess.run([path, *words], check=False, capture_output=True).returncode == 0  # noqa: S603 - mount and umount of our own folder


def _small_files() -> None:
    """Let no file of this process grow past some lines of log, in the child before it becomes the program."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))


def _fill(path: Path) -> None:
    """Write until the disk is full."""
    with suppress(OSError), path.open("wb", buffering=0) as out:
        for size in (1 << 16, 1):
            with suppress(OSError):
                while out.write(b"\0" * size):
                    pass


@contextmanager
def strangers(port: int, count: int, seconds: float) -> Iterator[Counter[int]]:
    """Let strangers post wrongly signed bodies of a megabyte, dear to parse, one after another; count statuses."""
    ended, statuses = threading.Event(), Counter[int]()
    ending = time.monotonic() + seconds

    def post(first: int) -> None:
        for number in range(first, 2_000):
            if ended.is_set() or time.monotonic() > ending:
                return
            kind, body = STRANGE[number % len(STRANGE)]
            stamp = str(int(time.time()))
            headers = {"Content-Type": kind, "X-Slack-Request-Timestamp": stamp}
            headers["X-Slack-Signature"] = "v0=" + "0" * 64
            statuses[exchange(port, "POST", "/slack/events", body, headers)[0]] += 1

    threads = [threading.Thread(target=post, args=(first,), daemon=True) for first in range(count)]
    for thread in threads:
        thread.start()
    try:
        yield statuses
    finally:
        ended.set()
        for thread in threads:
            thread.join(20)


@contextmanager
def half_sent(port: int, count: int, every: float) -> Iterator[Callable[[], int]]:
    """Keep requests open that send a header line every few seconds; gives what counts those still open."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, count + 500)), hard))
    ended, opened = threading.Event(), list[socket.socket]()

    def drip() -> None:
        for number in range(count):
            with suppress(OSError):
                one = socket.create_connection(("127.0.0.1", port), timeout=2)
                one.sendall(b"POST /slack/events HTTP/1.1\r\nHost: localhost\r\n")
                one.setblocking(False)  # noqa: FBT003 - the method takes it by place only
                opened.append(one)
            if ended.is_set():
                return
            if number % 100 == 99:
                ended.wait(0.05)
        while not ended.wait(every):
            for one in opened:
                with suppress(OSError):
                    one.sendall(b"X-More: 1\r\n")

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    try:
        yield lambda: sum(_is_open(one) for one in opened)
    finally:
        ended.set()
        thread.join(20)
        for one in opened:
            one.close()


def _is_open(one: socket.socket) -> bool:
    """Whether the server has not closed its end; what it answered first is read and thrown away."""
    try:
        while True:
            if not os.read(one.fileno(), 4096):
                return False
    except BlockingIOError:
        return True
    except OSError:
        return False
