"""Import keeps what can be read, names what cannot, and repeats harmlessly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from bot.intake import finding as intake
from bot.intake import importing
from bot.intake.importing import import_paths
from bot.intake.work import done
from corpus.errors import StoreError
from db.store import Store
from db.versions.saving import Saver

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bot.intake.finding import ImportOutcome
    from bot.intake.work import Work
    from corpus.errors import PolicyError
    from corpus.preparing import Prepared
    from db.versions.saved import Saved


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


def outcomes(found: Iterator[ImportOutcome]) -> list[str]:
    """Name what became of each document."""
    return [outcome.saved.outcome if outcome.saved else "failed" for outcome in found]


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have few documents read at a time."""
    monkeypatch.setattr(intake, "PIECE", 300)
    monkeypatch.setattr(importing, "AHEAD", 2_000)


@pytest.mark.usefixtures("elsewhere")
def test_many_documents_are_prepared_elsewhere_and_saved_in_order(tmp_path: Path) -> None:
    """More documents than a few go through other processes, and none is lost or out of place."""
    count = 40
    path = articles(tmp_path, count)
    with path.open("ab") as file:
        file.write(b"{broken\n")
    with Store(str(tmp_path / "many.db")) as store:
        found = list(import_paths(store, [path], {}, stamp))
        assert [outcome.saved.article.id for outcome in found if outcome.saved] == [
            f"a{n}" for n in range(count)
        ]
        assert "line 41" in str(found[-1].error)
        assert store.articles.count() == count


@pytest.mark.usefixtures("elsewhere")
def test_what_is_known_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that gave what an article says now are told by their digest; with `again` they are read all the same."""
    path = articles(tmp_path, 3)
    with Store(str(tmp_path / "known.db")) as store:
        assert outcomes(import_paths(store, [path], {}, stamp)) == ["added"] * 3
        monkeypatch.setattr(importing, "Workers", None)
        assert outcomes(import_paths(store, [path], {}, stamp)) == ["unchanged"] * 3
        with pytest.raises(TypeError):
            list(import_paths(store, [path], {}, stamp, again=True))
        with pytest.raises(TypeError):
            list(import_paths(store, [path], {"author": "张三"}, stamp))


def test_documents_that_cannot_be_saved_together_are_saved_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the store refuses fails for itself, and the others of its transaction are kept."""
    save = Saver.save

    def choosy(self: Saver, documents: Sequence[Prepared], now: str) -> list[Saved]:
        if any(one.document.article.id == "a1" for one in documents):
            raise StoreError("is refused", which="a1")
        return save(self, documents, now)

    monkeypatch.setattr(Saver, "save", choosy)
    with Store(str(tmp_path / "some.db")) as store:
        found = list(import_paths(store, [articles(tmp_path, 3)], {}, stamp))
        assert [bool(one.error) for one in found] == [False, True, False]
        assert store.articles.ids() == ("a0", "a2")


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


def test_what_a_curator_gave_stays_until_it_is_given_anew(tmp_path: Path) -> None:
    """A changed file keeps the title and status that were given once, until others are given or they are taken back."""
    path = tmp_path / "plan.txt"
    given = {"title": "试点办法（试行）", "status": "试行"}
    with Store(str(tmp_path / "given.db")) as store:
        for number, said in enumerate((given, {}, {}, {"status": "有效"}, {}, {"status": "", "title": ""})):
            path.write_text(TEXT.format(n=max(1, number)), encoding="utf-8")
            (found,) = import_paths(store, [path], said, stamp)
            assert found.saved
            article = found.saved.article
            status = ["试行", "试行", "试行", "有效", "有效", None][number]
            title = "第5号试点工作报告" if number == 5 else "试点办法（试行）"
            assert (number, article.title, article.status) == (number, title, status)
            assert found.saved.outcome == ["added", "unchanged", *["changed"] * 4][number]


def test_lines_keep_what_was_given_too(tmp_path: Path) -> None:
    """The status given with a file of JSON lines is that of each of its articles, also when a line has changed."""
    path = articles(tmp_path, 2)
    with Store(str(tmp_path / "given.db")) as store:
        list(import_paths(store, [path], {"status": "有效"}, stamp))
        changed = json.dumps({"id": "a0", "title": "新题", "text": TEXT.format(n=7)})
        path.write_text(changed + "\n" + json.dumps({"id": "b", "text": TEXT}), "utf-8")
        list(import_paths(store, [path], {}, stamp))
        known = [store.articles.get(name) for name in ("a0", "a1", "b")]
        assert known[0].title == "新题"
        assert [one.status for one in known] == ["有效", "有效", None]


def test_files_of_one_name_in_two_folders_are_two_articles(tmp_path: Path) -> None:
    """The later file carries its folder's name, in one import or two, and the same import again changes nothing."""
    for year in ("2019", "2020", "2021"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "report.txt").write_text(TEXT.format(n=year), encoding="utf-8")
    with Store(str(tmp_path / "two.db")) as store:
        first = [tmp_path / "2019", tmp_path / "2020"]
        assert outcomes(import_paths(store, first, {}, stamp)) == ["added", "added"]
        assert outcomes(import_paths(store, [tmp_path / "2021" / "report.txt"], {}, stamp)) == ["added"]
        assert outcomes(import_paths(store, [tmp_path], {}, stamp)) == ["unchanged"] * 3
        assert sorted(store.articles.ids()) == ["2020-report", "2021-report", "report"]


def test_a_file_at_the_same_place_is_the_same_article(tmp_path: Path) -> None:
    """Whatever it says now, and also where it is named after its folder."""
    for year in ("2019", "2020"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "report.txt").write_text(TEXT.format(n=year), encoding="utf-8")
    path = tmp_path / "2020" / "report.txt"
    with Store(str(tmp_path / "same.db")) as store:
        list(import_paths(store, [tmp_path], {}, stamp))
        path.write_text("另一个题目\n\n这一份文件从头到尾都已经重新写过，没有一句话和从前相同。\n", "utf-8")
        (found,) = import_paths(store, [path], {}, stamp)
        assert found.saved is not None
        assert (found.saved.article.id, found.saved.outcome) == ("2020-report", "changed")


def test_a_revised_copy_is_a_version_and_its_original_no_news(tmp_path: Path) -> None:
    """Most paragraphs and the title agree: the article changes once, and both files change nothing more."""
    texts = [f"第{n}条　各区要认真做好第{n}批试点的组织实施工作，按时报送结果。" for n in range(8)]
    paths = [tmp_path / folder / "plan.txt" for folder in ("first", "second")]
    for path in paths:
        path.parent.mkdir()
        path.write_text("\n\n".join(["试点工作实施办法", *texts]), "utf-8")
        texts[3] = texts[3].replace("按时", "逐月")
    with Store(str(tmp_path / "copy.db")) as store:
        assert outcomes(import_paths(store, paths, {}, stamp)) == ["added", "changed"]
        assert outcomes(import_paths(store, paths, {}, stamp)) == ["unchanged", "unchanged"]
        assert [one.edited for one in store.articles.history("plan")] == [0, 1]


def test_a_file_that_was_moved_is_known_by_its_content(tmp_path: Path) -> None:
    """Where the old place is empty, what says much the same is the same article, and other words another's."""
    old, new, other = (tmp_path / folder / "report.txt" for folder in ("old", "new", "other"))
    for path in (old, new, other):
        path.parent.mkdir()
    old.write_text(TEXT.format(n=1), "utf-8")
    with Store(str(tmp_path / "moved.db")) as store:
        list(import_paths(store, [old], {}, stamp))
        old.rename(new)
        assert outcomes(import_paths(store, [new], {}, stamp)) == ["unchanged"]
        new.unlink()
        other.write_text("另一个题目\n\n这一份文件说的是完全不同的事情，碰巧用了同样的文件名。\n", "utf-8")
        assert outcomes(import_paths(store, [other], {}, stamp)) == ["added"]
        assert store.articles.ids() == ("report", "other-report")
        assert outcomes(import_paths(store, [other], {"id": "report"}, stamp)) == ["changed"]


def faulty(work: Work) -> list[Prepared | PolicyError]:
    """Read with a reader of plain text that is broken."""
    with patch("corpus.reading.formats.plain.decode", side_effect=ValueError("no such\nthing")):
        return done(work)


def test_a_fault_in_the_program_stops_one_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What reading did not foresee is told in one line with the file's name, and the next file is read."""
    monkeypatch.setattr(importing, "done", faulty)
    bad, good = tmp_path / "bad.txt", articles(tmp_path, 1)
    bad.write_text(TEXT, "utf-8")
    with Store(str(tmp_path / "some.db")) as store:
        found = list(import_paths(store, [bad, good], {}, stamp))
    assert "bad.txt: cannot be read (ValueError: no such thing)" in str(found[0].error)
    assert found[1].saved is not None
