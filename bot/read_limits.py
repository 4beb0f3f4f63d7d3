"""What one document may cost the process that reads it. The operating system holds it: no file can talk round that."""

from __future__ import annotations

import resource
import signal
from dataclasses import dataclass
from time import process_time

MEGABYTE = 1_000_000
MORE = 4  # seconds of the processor for each further megabyte: dense text takes two, PDF of a hundred pages three
FULL = 70  # the exit code of a process that has no more memory


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of the processor for one document of up to a megabyte, and megabytes of address space.

    `patience` is how many seconds by the clock go for one of the processor: others work on the same cores,
    and only a file that makes its reader wait is not ended before by the system.

    A process takes 170 MB before it reads anything (dictionary, lxml, pdfminer), and some 60 MB for each
    megabyte of dense text; a PDF of 500 pages takes 15 s at most.
    """

    seconds: int = 12
    megabytes: int = 1_000
    patience: int = 6

    def allowed(self, size: int) -> int:
        """Return the seconds of the processor that a document of so many bytes may take."""
        return self.seconds + MORE * (size // MEGABYTE)

    def silence(self, size: int) -> int:
        """Return the seconds by the clock after which a process that says nothing of a document is ended."""
        return self.patience * self.allowed(size)

    def confine(self) -> None:
        """Bound the memory of this process, which leaves no core behind."""
        _lower(resource.RLIMIT_AS, self.megabytes * 1024 * 1024)
        _lower(resource.RLIMIT_CORE, 0)

    def begin(self, size: int) -> None:
        """Let this process work on one more document; where it takes longer the system ends it by SIGXCPU."""
        _lower(resource.RLIMIT_CPU, int(process_time()) + 1 + self.allowed(size))

    def broken(self, code: int, size: int) -> str | None:
        """Say which limit a process broke that ended with this code; None where it ended otherwise."""
        if code == -signal.SIGXCPU:
            return f"took more than {self.allowed(size)} s of the processor"
        if code == FULL:
            return f"needs more than {self.megabytes} MB of memory"
        return None


def _lower(what: int, most: int) -> None:
    """Set a limit that can be set anew; one that is lower already for all of this user's processes stays."""
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
