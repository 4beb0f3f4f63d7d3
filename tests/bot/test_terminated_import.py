"""SIGTERM in the middle of an import: it closes what it opened and leaves nothing in the folder for temporary files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = 60.0  # seconds for a busy machine to start a process, or to end one
BODY = "各区各部门要认真做好组织实施工作，抓紧制定具体措施，明确责任分工，确保各项任务落到实处。" * 40


def test_a_terminated_import_leaves_no_temporary_file(tmp_path: Path) -> None:
    """It ends as one that was told to, with 128 + 15, though its readers were at work."""
    # a socket's path may have 107 characters (unix(7)): pytest's own folders are too long for one
    scratch, path = Path(tempfile.mkdtemp()), tmp_path / "a.jsonl"
    lines = [
        json.dumps({"id": f"a{number}", "title": f"第{number}号规划", "text": BODY})
        for number in range(2_000)
    ]
    path.write_text("\n".join(lines), "utf-8")
    command = [sys.executable, "-m", "bot", "import", str(path), "--db", str(tmp_path / "a.db")]
    root = Path(__file__).parent.parent.parent
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, cwd=root, env={**os.environ, "TMPDIR": str(scratch)}
    )
    until = time.monotonic() + PATIENCE
    while not list(scratch.glob("*/*")) and time.monotonic() < until:
        time.sleep(0.02)
    assert list(scratch.glob("*/*"))
    process.terminate()
    assert process.wait(PATIENCE) == 143
    assert list(scratch.iterdir()) == []
    scratch.rmdir()
