"""The tables of the load run: one row a scenario, or two runs side by side."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bench.load.counting import Row

COLUMNS = ("requests", "in_time", "late", "answered", "lost", "never", "apologies")
TIMES = ("p50", "p95", "most")
HEAD = ("scenario", "requests", "in time", "late", "answered", "lost", "never", "apologies")
SEEN = ("ack p50 / p95 / max ms", "CPU s", "tracebacks", "besides")


def head() -> str:
    """Return the first two lines of the table."""
    names = (*HEAD, *SEEN)
    return f"| {' | '.join(names)} |\n|{' --- |' * len(names)}"


def line(row: dict[str, Any]) -> str:
    """Write one row."""
    times = " / ".join(f"{row[name]:,.0f}" for name in TIMES)
    cells = [row["scenario"], *(row[name] for name in COLUMNS), times, row["cpu_s"], row["tracebacks"]]
    return f"| {' | '.join(map(str, [*cells, besides(row['notes'])]))} |"


def besides(notes: dict[str, Any]) -> str:
    """Write what a scenario tells besides its counts."""
    return ", ".join(f"{name} {told}" for name, told in notes.items())


def save(path: Path, rows: Sequence[Row]) -> None:
    """Keep the rows, with the machine's load at the end of the run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {"load": os.getloadavg(), "cores": os.cpu_count(), "rows": [row.shape() for row in rows]}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")


def compared(before: Path, after: Path) -> str:
    """Return two runs side by side, the scenarios that both have: `before → after` in each cell."""
    old, new = (
        {row["scenario"]: row for row in json.loads(path.read_text("utf-8"))["rows"]}
        for path in (before, after)
    )
    lines = [f"| {' | '.join((*HEAD, 'ack p95 ms', 'ack max ms', 'besides'))} |", f"|{' --- |' * 11}"]
    for name in [one for one in old if one in new]:
        counts = [_both(old[name][column], new[name][column]) for column in COLUMNS]
        times = [f"{old[name][at]:,.0f} → {new[name][at]:,.0f}" for at in ("p95", "most")]
        told = f"{besides(old[name]['notes'])} → {besides(new[name]['notes'])}"
        lines.append(f"| {' | '.join([name, *counts, *times, told])} |")
    return "\n".join(lines)


def _both(before: int, after: int) -> str:
    return f"{before} → {after}" if before != after else str(after)
