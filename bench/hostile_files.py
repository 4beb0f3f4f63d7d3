"""Small files that once hung an import or took the machine's memory: what becomes of each now, beside a good one.

    python -m bench.hostile_files [NAME ...]

Each is imported by the program together with a good file. Told are its size, the seconds of the clock and of the
processors, the most memory of one process, how many lines it failed with, and the first of them. Well is what ends
within 20 s and 1,000 MB with the good file added and no traceback; what is failed in one line (a file of bad JSON: in
one a line). On a machine that others use too, the seconds of the processors tell more than those of the clock.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, sleep

from corpus.reading import bundled
from tests.corpus.reading.hostile import HOSTILE

SECONDS, MEGABYTES = 20, 1_000
STEP = 0.2  # seconds between two looks at the processes
TICKS = os.sysconf("SC_CLK_TCK")


class Watch:
    """The processes of one session: the most memory of each, and its seconds of the processor."""

    def __init__(self, session: int) -> None:
        self._session = session
        self.memory: dict[int, int] = {}
        self.seconds: dict[int, float] = {}

    def look(self) -> int:
        """Look once; return how many there are."""
        count = 0
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                told = (folder / "status").read_text()
            except OSError:
                continue  # it has just ended
            if int(fields[3]) == self._session and fields[0] != "Z":
                count += 1
                pid = int(folder.name)
                self.seconds[pid] = (int(fields[11]) + int(fields[12])) / TICKS
                most = told.partition("VmHWM:")[2].split()[:1]  # none of a process that is just ending
                self.memory[pid] = max(
                    self.memory.get(pid, 0), *(int(kilobytes) // 1024 for kilobytes in most), 0
                )
        return count


def main(names: list[str]) -> None:
    """Print a row for each file."""
    heads = "file", "bytes", "seconds", "of the processors", "MB", "lines", "verdict", "the first line"
    print(f"| {' | '.join(heads)} |\n|{' --- |' * len(heads)}")
    for name in names or HOSTILE:
        print(f"| {' | '.join(map(str, row(name, HOSTILE[name]())))} |", flush=True)


def row(name: str, content: bytes) -> tuple[object, ...]:
    """Import one file beside a good one, and tell what became of it."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as scratch:
        path = Path(folder) / name
        path.write_bytes(content)
        good = bundled.path() / "digital-economy.txt"
        command = [sys.executable, "-m", "bot", "import", str(path), str(good), "--db", f"{folder}/policy.db"]
        said, failed = Path(folder) / "out", Path(folder) / "err"
        began = perf_counter()
        with said.open("wb") as out, failed.open("wb") as err:
            process = subprocess.Popen(  # noqa: S603 - our own program
                command, stdout=out, stderr=err, start_new_session=True, env={**os.environ, "TMPDIR": scratch}
            )
            watch = Watch(process.pid)
            while process.poll() is None:
                watch.look()
                sleep(STEP)
        seconds = perf_counter() - began
        sleep(1)
        left = watch.look() + len(list(Path(scratch).iterdir()))
        lines = failed.read_text("utf-8").splitlines()
        read = said.read_text("utf-8").count("added ")
    most, used = max(watch.memory.values()), sum(watch.seconds.values())
    plain = all(line.startswith("failed ") for line in lines) and (len(lines) < 2 or path.suffix == ".jsonl")
    well = (
        plain and not left and read + bool(lines) >= 2 and min(seconds, used) <= SECONDS and most <= MEGABYTES
    )
    first = lines[0].replace(str(path), name)[:150] if lines else ""
    return (
        name,
        len(content),
        f"{seconds:.1f}",
        f"{used:.1f}",
        most,
        len(lines),
        "well" if well else "ILL",
        first,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
