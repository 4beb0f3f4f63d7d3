"""docs/search.md draws the stages of search as import-linter holds them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_stages_are_drawn_as_they_are() -> None:
    """What stands left of an arrow is below what stands right of it, and no stage is left out."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(one["layers"] for one in contracts if "corpus.search.present" in one.get("layers", ()))
    stages = [one.rpartition(".")[2] for one in layers if (ROOT / one.replace(".", "/")).is_dir()]
    drawn = re.search(r"```text\n(.*)", (ROOT / "docs/search.md").read_text("utf-8"))
    assert drawn
    names = re.findall(r"\w+(?=\s*(?:→|$))", drawn[1].replace("corpus/text", "text"))
    assert [name for name in names if name in stages] == stages[::-1]
    folders = {one.name for one in (ROOT / "corpus/search").iterdir() if (one / "__init__.py").exists()}
    assert folders | {"text"} == set(stages)
