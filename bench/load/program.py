"""One process `policy-bot http` on loopback: started, watched, ended; the program may be another checkout's."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from bench.load.slack import Slack

PROGRAM = Path(sys.executable).parent / "policy-bot"
STARTING, ENDING = 30.0, 45.0  # seconds the program may take, then it is given up
LISTENING = re.compile(rb"http://127\.0\.0\.1:(\d+)")
TICKS = os.sysconf("SC_CLK_TCK")


class NotStartedError(Exception):
    """The program ended before it listened; the message is its last line."""


@dataclass
class Program:
    """A running server as a context: when it is left, the process has ended. `port` is where it listens."""

    path: Path
    database: Path
    slack: Slack
    folder: Path
    before_start: Callable[[], None] | None = None
    port: int = 0
    _used: float = 0.0
    _process: subprocess.Popen[bytes] = field(init=False)

    def __enter__(self) -> Self:
        """Start it; raise NotStartedError where it does not listen."""
        said = {
            "SLACK_BOT_TOKEN": self.slack.token,
            "SLACK_SIGNING_SECRET": self.slack.signing_secret,
            "SLACK_API_URL": self.slack.url,
            "DATABASE_URL": str(self.database),
        }
        command = [str(self.path), "http", "--host", "127.0.0.1", "--port", "0"]
        with self._out.open("wb") as out, self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                command,
                env={**os.environ, **said},
                stdout=out,
                stderr=log,
                cwd=self.folder,
                preexec_fn=self.before_start,  # noqa: PLW1509 - it sets a limit and takes no lock
            )
        try:
            self.port = self._listening()
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, *raised: object) -> None:
        self.end()

    @property
    def log(self) -> Path:
        """The file that the program's standard error went to."""
        return self.folder / "log.txt"

    @property
    def _out(self) -> Path:
        return self.folder / "out.txt"

    def tell_to_end(self) -> None:
        """Send SIGTERM."""
        self._process.send_signal(signal.SIGTERM)

    def end(self, patience: float = ENDING) -> float:
        """Send SIGTERM and return the seconds until it had ended; infinite where it had to be killed."""
        begun = time.monotonic()
        self.cpu()
        if self._process.poll() is None:
            self.tell_to_end()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(patience)
                return time.monotonic() - begun
            self._process.kill()
            self._process.wait()
            return float("inf")
        return 0.0

    def cpu(self) -> float:
        """Return the seconds of the processor that the process has used, until it was told to end."""
        with suppress(FileNotFoundError, ProcessLookupError):
            fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
            self._used = max(self._used, (int(fields[11]) + int(fields[12])) / TICKS)
        return self._used

    def tracebacks(self) -> int:
        """Return how many tracebacks stand in the log."""
        return self.log.read_bytes().count(b"Traceback (most recent call last)")

    def _listening(self) -> int:
        """Wait until the program says where it listens, and return the port."""
        ending = time.monotonic() + STARTING
        while time.monotonic() < ending:
            if found := LISTENING.search(self._out.read_bytes()):
                return int(found[1])
            if self._process.poll() is not None:
                break
            time.sleep(0.05)
        lines = self.log.read_text("utf-8", "replace").strip().splitlines() or ["it said nothing"]
        raise NotStartedError(lines[-1])
