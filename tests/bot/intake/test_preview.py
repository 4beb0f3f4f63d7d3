"""A dry run shows what an import would do, and writes nothing."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from bot.cli import main
from bot.command_context import CommandContext
from corpus.reading import bundled

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = bundled.path() / "digital-economy.txt"


def printed(place: CommandContext) -> str:
    """Return what a command printed."""
    assert isinstance(place.out, io.StringIO)
    return place.out.getvalue()


def elsewhere(place: CommandContext, path: Path) -> CommandContext:
    """The same place with another library."""
    return CommandContext(place.settings, str(path), place.out, place.err, place.now)


def test_a_dry_run_makes_no_library(place: CommandContext, tmp_path: Path) -> None:
    """Where no library is, none is made; tree, doubts and proof are shown."""
    missing = tmp_path / "missing.db"
    assert main(["import", "--dry-run", str(ARTICLE)], elsewhere(place, missing)) == 0
    assert not missing.exists()
    out = printed(place)
    assert "# 充分肯定改革开放对浙江的重要意义" in out
    assert "2791 kept, 0 left out; lost nothing; invented nothing" in out
    assert out.endswith("would be added\n")


def test_a_dry_run_tells_how_a_changed_file_differs(
    place: CommandContext, library: Path, tmp_path: Path
) -> None:
    """One edited paragraph is counted as edited, and the library stays as it is."""
    before = library.read_bytes()
    changed = tmp_path / "digital-economy.txt"
    changed.write_text(
        ARTICLE.read_text("utf-8").replace("实用型“数字工匠”", "实用型、复合型“数字工匠”"), encoding="utf-8"
    )
    assert main(["import", "--dry-run", "--json", str(changed)], place) == 0
    shape = json.loads(printed(place))
    assert shape["outcome"] == "changed"
    assert shape["changes"] == {"kept": 16, "edited": 1, "added": 0, "removed": 0}
    assert shape["proof"]["lost"] == shape["proof"]["invented"] == ""
    assert library.read_bytes() == before


def test_a_dry_run_fails_where_an_import_would(place: CommandContext, tmp_path: Path) -> None:
    """A file that cannot be read is told, and the exit code is 1."""
    (tmp_path / "empty.txt").write_bytes(b"")
    assert main(["import", "--dry-run", str(tmp_path / "empty.txt")], place) == 1
    assert isinstance(place.err, io.StringIO)
    assert "empty.txt" in place.err.getvalue()


def test_behind_a_bad_line_the_next_lines_are_read(place: CommandContext, tmp_path: Path) -> None:
    """One bad line of JSON fails alone: it is named, the others are imported, the exit code is 1."""
    path = tmp_path / "lines.jsonl"
    good = json.dumps({"id": "good", "title": "好的一行", "text": "好的一行\n\n这一行的正文写得很清楚。\n"})
    path.write_text(f'{{"id": "bad"\n{good}\n', encoding="utf-8")
    assert main(["import", str(path)], place) == 1
    assert isinstance(place.err, io.StringIO)
    assert "line 1" in place.err.getvalue()
    assert "added      good" in printed(place)
