"""A copy of the program whose lists lack what the judged documents may have given them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REPOSITORY = Path(__file__).parent.parent
OTHERS = ("dev/small", "dev/statutes", "field")
"""Collections of policy texts that are not judged: what they use too is no property of the judged documents."""
WORDS = ("name_words.tsv", "governing_verbs.tsv")


def thinned(bench: Path, folder: Path) -> tuple[Path, list[str]]:
    """Copy the program into a folder, without rows from the judged documents; return the bench's copy and the rows.

    Standing names go that stand in a judged document, however well known; heads and words that stand in one of
    them and in no other policy text at hand.
    """
    for part in ("corpus", "bench"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(REPOSITORY / part, folder / part, ignore=ignored)
    judged = "\n".join(map(_text_of, sorted((bench / "structure/initiatives/dev/docs").glob("*.json"))))
    others = "\n".join(_texts(bench))
    data, gone = folder / "corpus/data", []

    def ours(word: str) -> bool:
        return word in judged and word not in others

    gone += _without_rows(data / "known_names.txt", lambda row: any(way in judged for way in row.split("|")))
    gone += _without_rows(data / "name_heads.tsv", lambda row: ours(row.split("\t")[0]))
    for name in WORDS:
        gone += _without_words(data / name, ours)
    return folder / "bench/initiatives.py", gone


def _text_of(path: Path) -> str:
    document = json.loads(path.read_text("utf-8"))
    return "\n".join([document["title"], *(block["text"] for block in document["blocks"])])


def _texts(bench: Path) -> Iterator[str]:
    for folder in OTHERS:
        with (bench / folder / "articles.jsonl").open(encoding="utf-8") as rows:
            yield from (json.loads(row)["text"] for row in rows)


def _without_rows(path: Path, goes: Callable[[str], bool]) -> list[str]:
    rows = path.read_text("utf-8").splitlines()
    gone = [row for row in rows if not row.startswith("#") and goes(row)]
    path.write_text("".join(f"{row}\n" for row in rows if row not in gone), encoding="utf-8")
    return [row.split("\t")[0] for row in gone]


def _without_words(path: Path, goes: Callable[[str], bool]) -> list[str]:
    gone, rows = [], []
    for row in path.read_text("utf-8").splitlines():
        rules, tab, words = row.partition("\t")
        if row.startswith("#") or rules == "rules":
            rows.append(row)
            continue
        gone += [word for word in words.split() if goes(word)]
        rows.append(rules + tab + " ".join(word for word in words.split() if not goes(word)))
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return gone
