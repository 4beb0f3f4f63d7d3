"""What each file under corpus/data tells of itself, and the notice tells of those made from others' work."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from corpus.text.tables import lines

NOTICE = (Path(__file__).parents[3] / "NOTICE").read_text("utf-8")
NAMES = sorted(path.name for path in files("corpus.data").iterdir() if path.name.endswith((".tsv", ".txt")))
OWN = re.compile("kept by hand|fitted by bench/")


def head(name: str) -> str:
    """Return the comment that opens a data file."""
    text = (files("corpus.data") / name).read_text(encoding="utf-8")
    return re.match(r"(?:#.*\n)*", text)[0]  # type: ignore[index] # it matches nothing too


@pytest.mark.parametrize("name", NAMES)
def test_a_data_file_tells_its_rule_origin_and_licence(name: str) -> None:
    """A file begins with what it holds, by which rule, where that comes from and under which licence."""
    for word in ("Rule: ", "Origin: ", "Licence: "):
        assert len(head(name).split(word)) == 2


@pytest.mark.parametrize("name", NAMES)
def test_what_is_made_from_the_work_of_others_is_in_the_notice(name: str) -> None:
    """The notice names the file where it is not ours, and no other."""
    assert (name in NOTICE) is not bool(OWN.search(head(name)))


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_a_data_file_is_lost(name: str) -> None:
    """Every line that is no comment and not empty is a row, none twice."""
    rows = lines(name)
    assert rows
    assert len(set(rows)) == len(rows)
