"""Import keeps what can be read, names what cannot, and repeats harmlessly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.importing import FEW, Outcome, import_paths
from db.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


TEXT = "第{n}号试点工作报告\n\n本市第{n}批数字工匠培育试点已经启动，各区要认真做好组织实施工作。\n"


def stamp() -> str:
    """Give a fixed instant."""
    return "2026-11-23T01:00:00+00:00"


def articles(folder: Path, count: int) -> Path:
    """Write `count` articles as JSON lines."""
    path = folder / "articles.jsonl"
    lines = (
        json.dumps({"id": f"a{n}", "title": f"第{n}号试点工作报告", "author": "", "text": TEXT.format(n=n)})
        for n in range(count)
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def outcomes(found: Iterator[Outcome]) -> list[str]:
    """Name what became of each document."""
    return [outcome.saved.outcome if outcome.saved else "failed" for outcome in found]


def test_many_documents_are_prepared_elsewhere_and_saved_in_order(tmp_path: Path) -> None:
    """More documents than a few go through other processes, and none is lost or out of place."""
    count = FEW + 9
    path = articles(tmp_path, count)
    with Store(str(tmp_path / "many.db")) as store:
        found = list(import_paths(store, [path], {}, stamp))
        assert [outcome.saved.article.id for outcome in found if outcome.saved] == [
            f"a{n}" for n in range(count)
        ]
        assert store.articles.count() == count


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    """A second import of the same bytes says "unchanged"."""
    path = articles(tmp_path, 2)
    with Store(str(tmp_path / "same.db")) as store:
        assert outcomes(import_paths(store, [path], {}, stamp)) == ["added", "added"]
        assert outcomes(import_paths(store, [path], {}, stamp)) == ["unchanged", "unchanged"]


def test_a_file_that_fails_leaves_the_others_in(tmp_path: Path) -> None:
    """An empty file is told, with its name; the files beside it are kept."""
    good = articles(tmp_path, 1)
    (tmp_path / "empty.txt").write_bytes(b"")
    with Store(str(tmp_path / "some.db")) as store:
        found = list(import_paths(store, [tmp_path / "empty.txt", good], {}, stamp))
        assert [bool(outcome.error) for outcome in found] == [True, False]
        assert "empty.txt" in str(found[0].error)
        assert store.articles.count() == 1


def test_what_is_given_wins_over_what_is_read(tmp_path: Path) -> None:
    """A title and an author on the command line override the file's own."""
    path = tmp_path / "plain.txt"
    path.write_text(TEXT.format(n=1), encoding="utf-8")
    with Store(str(tmp_path / "given.db")) as store:
        list(import_paths(store, [path], {"title": "另一个题目", "author": "张三"}, stamp))
        article = store.articles.get("plain")
        assert (article.title, article.author) == ("另一个题目", "张三")


def test_files_of_one_name_in_two_folders_are_two_articles(tmp_path: Path) -> None:
    """The later file carries its folder's name, and the same import again changes nothing."""
    for year in ("2019", "2020"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "report.txt").write_text(TEXT.format(n=year), encoding="utf-8")
    with Store(str(tmp_path / "two.db")) as store:
        assert outcomes(import_paths(store, [tmp_path], {}, stamp)) == ["added", "added"]
        assert outcomes(import_paths(store, [tmp_path], {}, stamp)) == ["unchanged", "unchanged"]
        assert sorted(article.id for article, _ in store.articles.all()) == ["2020-report", "report"]
