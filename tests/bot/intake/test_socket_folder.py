"""An import works, or says in one line why it does not, wherever TMPDIR leads."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bot.intake import socket_folder
from bot.intake.socket_folder import LONGEST, short_temporary_folder
from corpus.errors import SettingsError
from db.store import Store


def imported(tmp_path: Path, temporary: Path, before: str = "") -> subprocess.CompletedProcess[str]:
    """Import a small article with this TMPDIR; `before` is Python that runs first."""
    article = tmp_path / "plan.md"
    article.write_text("# 方案\n\n各地要培育数字工匠，完善评价办法。\n", "utf-8")
    words = ["import", str(article), "--db", str(tmp_path / "policy.db")]
    code = f"{before}\nif __name__ == '__main__':\n    import sys; from bot.cli import main; sys.exit(main({words!r}))"
    # a file, as the workers' processes read it anew
    script = tmp_path / "importing_here.py"
    script.write_text(code, "utf-8")
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": str(Path.cwd())}
    return subprocess.run(
        [sys.executable, str(script)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def deep_folder(tmp_path: Path) -> Path:
    """Make a folder whose path is too long for a socket in it."""
    folder = tmp_path / ("temporary-" * 9) / ("files-" * 6)
    folder.mkdir(parents=True)
    return folder


def test_an_import_works_with_a_long_tmpdir(tmp_path: Path) -> None:
    """The socket goes to a shorter folder; the article is stored."""
    told = imported(tmp_path, deep_folder(tmp_path))
    assert (told.returncode, told.stderr) == (0, "")
    with Store(str(tmp_path / "policy.db")) as store:
        assert store.articles.count() == 1


def test_where_no_shorter_folder_is_that_is_told_in_one_line(tmp_path: Path) -> None:
    """The line names TMPDIR and how long its path may be."""
    before = "import bot.intake.socket_folder as here; here.SHORT_FOLDERS = ()"
    told = imported(tmp_path, deep_folder(tmp_path), before)
    assert told.returncode == 1
    (line,) = told.stderr.splitlines()
    assert line.startswith("policy-bot: TMPDIR: its path is too long for a socket (")
    assert line.endswith(f"with a path of {LONGEST} bytes at most")


def test_the_folder_is_as_before_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other temporary files go where TMPDIR says, also when no socket can be made."""
    monkeypatch.setattr("tempfile.tempdir", str(deep_folder(tmp_path)))
    with short_temporary_folder():
        assert len(os.fsencode(tempfile.gettempdir())) <= LONGEST
    assert tempfile.gettempdir() == str(tmp_path / ("temporary-" * 9) / ("files-" * 6))
    monkeypatch.setattr(socket_folder, "SHORT_FOLDERS", ())
    with pytest.raises(SettingsError), short_temporary_folder():
        pass
    assert tempfile.gettempdir() == str(tmp_path / ("temporary-" * 9) / ("files-" * 6))
