"""A year in the life of a library, for `bench/same.py`: revisions, removals, curated names and watches."""

from __future__ import annotations

import json
import random
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from bench.initiatives import documents
from bench.same_dump import dump
from bench.same_runs import recorded, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bench.same_runs import Entry

ARTICLES, MORE = (
    16,
    26,
)  # of the small collection: those that are revised, and where those end that come later
WATCHED = (
    "新质生产力",
    "乡村振兴",
    "营商环境",
    "没有这个提法",
    "一带一路",
    "综合保税区",
    "揭榜挂帅",
    "人工智能+",
)
LIST = """
hide = ["一带一路"]
[[initiative]]
name = "高质量发展"
aliases = ["高质量的发展", "高质发展"]
note = "curated"
[[initiative]]
name = "营商环境"
aliases = ["优化营商环境"]
"""
Line = dict[str, Any]


def history(bench: Path, scratch: Path) -> Iterator[Entry]:
    """Live through the year and give what was printed, then all rows, then what the library tells of its past."""
    library = scratch / "history.db"
    year = _Year(library, scratch)
    yield from year.live(bench)
    yield from dump(library, "rows of the history", {str(scratch): "@"})
    yield from _told(library)
    copy, exported = scratch / "copy.db", scratch / "exported.jsonl"
    said("export", "--to", str(exported), "--db", str(library))
    for number, line in enumerate(exported.read_text(encoding="utf-8").splitlines()):
        yield "history: export", str(number), line
    yield from year.lines("import of the export", "import", str(exported), db=copy)
    yield from dump(copy, "rows of the import of the export", {str(scratch): "@"})


class _Year:
    """The steps, each on a day of its own."""

    def __init__(self, library: Path, scratch: Path) -> None:
        self._library, self._scratch = library, scratch
        self._dice = random.Random(13)  # noqa: S311 - made-up revisions, nothing secret
        self._day = 0

    def live(self, bench: Path) -> Iterator[Entry]:
        """Import, watch, revise, remove, bring back, curate."""
        with (bench / "dev/small/articles.jsonl").open(encoding="utf-8") as lines:
            both = [json.loads(line) for line in islice(lines, MORE)]
        first, more = both[:ARTICLES], both[ARTICLES:]
        folder = self._files([text for _, text in documents(bench / "structure/initiatives/dev/docs")])
        yield from self._import("original", first + more[:3])
        yield from recorded("history: talk", [f"/policy watch {name}" for name in WATCHED], self._library)
        yield from self.lines("import of files", "import", str(folder), "--status", "有效")
        yield from self._import("revision 1", self._revised(first))
        yield from self.lines("curate", "initiatives", "--curate", str(self._write("list.toml", LIST)))
        yield from self._import("more", more)
        second = self._revised(self._revised(first))
        yield from self._import("revision 2", second)
        gone = [one["id"] for one in first[2:6]]
        yield from self.lines("remove", "remove", *gone)
        yield from self._import("revision 3", self._revised(second[:5]))
        yield from self._files_again(folder)
        yield from self._import("original again", first[:9])
        yield from self.lines("remove more", "remove", more[0]["id"], first[0]["id"])
        yield from self.lines(
            "dry run", "import", self._lines_of("dry", self._revised(second)), "--dry-run", "--json"
        )
        yield from self.lines(
            "curate less", "initiatives", "--curate", str(self._write("list.toml", LIST.partition("[[")[0]))
        )
        yield from recorded("history: talk 2", ["/policy watches", "/policy about 营商环境"], self._library)

    def lines(self, table: str, *words: str, db: Path | None = None) -> Iterator[Entry]:
        """Run a command on the next day and give the lines that it prints."""
        self._day += 1
        at = f"2026-{1 + self._day // 28:02}-{1 + self._day % 28:02}T01:00:00+00:00"
        told = said(*words, "--db", str(db or self._library), at=at).replace(str(self._scratch), "@")
        for number, line in enumerate(told.splitlines()):
            yield f"history: {table}", str(number), line

    def _import(self, table: str, articles: Sequence[Line]) -> Iterator[Entry]:
        yield from self.lines(table, "import", self._lines_of(table, articles), "--json")

    def _lines_of(self, name: str, articles: Sequence[Line]) -> str:
        text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in articles)
        return str(self._write(f"{name}.jsonl", text))

    def _write(self, name: str, text: str) -> Path:
        path = self._scratch / name
        path.write_text(text, encoding="utf-8")
        return path

    def _files(self, texts: Sequence[str]) -> Path:
        folder = self._scratch / "files"
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        return folder

    def _files_again(self, folder: Path) -> Iterator[Entry]:
        """Change some files, give one a title, read all anew."""
        for path in sorted(folder.iterdir())[::2]:
            path.write_text(self._text(path.read_text(encoding="utf-8")), encoding="utf-8")
        yield from self.lines("files changed", "import", str(folder))
        yield from self.lines("a title", "import", str(folder / "0.txt"), "--title", "另一个题目", "--again")
        yield from self.lines("files again", "import", str(folder), "--again")

    def _revised(self, articles: Sequence[Line]) -> list[Line]:
        return [{**one, "text": self._text(one["text"])} for one in articles]

    def _text(self, text: str) -> str:
        """Drop, edit, double, move and join some lines; another article is left as it is."""
        dice, lines = self._dice, text.split("\n")
        if dice.random() < 0.15:
            return text
        done: list[str] = []
        for line in lines:
            fate = dice.random()
            if fate < 0.05:
                continue
            if fate < 0.12:
                line = re.sub(r"[0-9]", lambda _: str(dice.randrange(10)), line)  # noqa: PLW2901 - the edited line
            elif fate < 0.16:
                line = line[: len(line) // 2] + "，修订后另有规定，" + line[len(line) // 2 :]  # noqa: PLW2901 - the same
            done += [line, line] if fate > 0.98 else [line]
        for _ in range(len(done) // 25):
            done.insert(dice.randrange(len(done)), done.pop(dice.randrange(len(done))))
        return "\n".join(done)


def _told(library: Path) -> Iterator[Entry]:
    """Give what the library tells of each article."""
    told = said("articles", "--json", "--db", str(library))
    yield "history: articles", "all", told
    yield "history: initiatives", "all", said("initiatives", "--json", "--db", str(library))
    for line in told.splitlines():
        article = json.loads(line)["id"]
        for command in ("history", "diff", "notes", "initiatives"):
            yield f"history: {command}", article, said(command, article, "--json", "--db", str(library))
