"""A file that is damaged, gone or another one is told in one line, by reading and by a look at its health."""

from __future__ import annotations

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from corpus.errors import DamagedError, StoreError, UnwritableError
from db import schema
from db.store import Store
from tests.db.making import MONDAY, prepared

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with one article."""
    made = tmp_path / "policy.db"
    with Store(str(made)) as store:
        store.articles.save(prepared(["数字经济。", "数字工匠。"]), MONDAY)
    return made


def test_a_library_that_must_be_there_is_not_made(tmp_path: Path) -> None:
    """Neither where nothing is, nor in an empty file, nor in an empty database."""
    with pytest.raises(StoreError, match="is not there"):
        Store(str(tmp_path / "none.db"), make=False)
    assert not (tmp_path / "none.db").exists()
    (tmp_path / "empty.db").touch()
    with pytest.raises(StoreError, match="is an empty file"):
        Store(str(tmp_path / "empty.db"), make=False)
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("VACUUM")
    other.execute("PRAGMA user_version = 3")
    other.close()
    with pytest.raises(StoreError, match="is an empty database"):
        Store(str(tmp_path / "other.db"), make=False)


def test_a_file_that_is_deleted_is_missed_and_welcomed_back(path: Path, tmp_path: Path) -> None:
    """Nothing is made in its place, and put back it is read on."""
    with Store(str(path), make=False) as store:
        store.check()
        path.rename(tmp_path / "away.db")
        for ask in (store.articles.count, store.check, store.library, lambda: store.once.claim("a", MONDAY)):
            with pytest.raises(StoreError, match="is not there"):
                ask()
        assert not path.exists()
        (tmp_path / "away.db").rename(path)
        store.check()
        assert store.articles.count() == 1


def test_another_file_in_its_place_is_not_read(path: Path, tmp_path: Path) -> None:
    """SQLite would read it with the log of the old one: neither a thread that knew that one does, nor a new one."""
    with Store(str(path), make=False) as store:
        store.once.claim("a", MONDAY)
        shutil.copyfile(path, tmp_path / "backup.db")
        (tmp_path / "backup.db").rename(path)
        with pytest.raises(StoreError, match="is another file") as caught:
            store.articles.count()
        assert "start policy-bot again" in caught.value.next_step
        with ThreadPoolExecutor(1) as pool, pytest.raises(StoreError, match="is another file"):
            pool.submit(store.check).result()


def test_an_empty_file_in_its_place_is_not_filled(path: Path) -> None:
    """As a server would find after `> policy.db`."""
    with Store(str(path), make=False) as store:
        path.unlink()
        path.touch()
        for ask in (store.articles.count, store.check, lambda: store.once.claim("a", MONDAY)):
            with pytest.raises(StoreError, match="is an empty file"):
                ask()
        assert path.stat().st_size == 0


def test_a_schema_that_changes_under_a_server_is_told(path: Path) -> None:
    """Its health is bad once a newer program has brought the file up to date."""
    with Store(str(path), make=False) as store:
        store.check()
        with sqlite3.connect(path) as later:
            later.execute(f"PRAGMA user_version = {schema.NUMBER + 1}")
        later.close()
        with pytest.raises(StoreError, match="newer policy-bot"):
            store.check()


def test_damage_that_an_answer_met_is_kept_in_mind(path: Path) -> None:
    """Health is bad from then on, whatever it would look at itself."""
    broken = sqlite3.connect(path)
    broken.execute("DROP TABLE section_aliases")
    broken.close()
    with Store(str(path), make=False) as store:
        store.check()
        with pytest.raises(DamagedError, match="no such table") as caught:
            store.library().full_forms("数工")
        assert "backup" in caught.value.next_step
        with pytest.raises(DamagedError):
            store.check()


@pytest.mark.parametrize("table", ["sections", "section_terms", "section_index", "articles", "meta"])
def test_what_every_answer_reads_is_looked_at(path: Path, table: str) -> None:
    """A table that is gone makes the health bad before anybody asks."""
    with Store(str(path), make=False) as store:
        store.check()
        broken = sqlite3.connect(path)
        broken.execute(f"ALTER TABLE {table} RENAME TO gone")
        broken.close()
        with pytest.raises(StoreError):
            store.check()


def test_bytes_that_mean_nothing_are_damage(path: Path) -> None:
    """Packed texts, lists and details that cannot be read name what they were, and a backup."""
    broken = sqlite3.connect(path)
    broken.execute("UPDATE versions SET text = x'00', layout = x'00', details = '{'")
    broken.execute("UPDATE sections SET headings = '[' WHERE number = 1")
    broken.execute("UPDATE sections SET text = '别的话' WHERE number = 2")
    broken.execute("UPDATE sources SET bytes = x'00'")
    broken.commit()
    broken.close()
    with Store(str(path), make=False) as store:
        asked = (
            lambda: store.articles.text("plan"),
            lambda: store.articles.source("plan"),
            lambda: store.articles.export("plan"),
            lambda: store.sections.of_article("plan"),
            store.check,
        )
        for ask in asked:
            with pytest.raises(DamagedError) as caught:
                ask()
            assert "backup" in str(caught.value)
        assert len(store.troubles()) >= 4


def test_a_wording_that_is_not_its_articles_is_found(path: Path) -> None:
    """The doctor compares what would be quoted with the text of the version."""
    broken = sqlite3.connect(path)
    broken.execute("UPDATE sections SET text = '数字经营。' WHERE number = 1")
    broken.commit()
    broken.close()
    with Store(str(path), make=False) as store:
        (line,) = store.troubles()
        assert "does not say what its article says" in line


def test_whether_it_can_be_written_to_can_be_asked(path: Path) -> None:
    """While another writes it cannot, and nothing is lost by asking."""
    with Store(str(path), patience=0.01) as store, Store(str(path)) as other:
        store.check_writing()
        with other.writing(), pytest.raises(UnwritableError, match="locked"):
            store.check_writing()


def test_only_its_owner_reads_a_library(tmp_path: Path) -> None:
    """The file and what SQLite keeps beside it are made 0600, whatever the umask."""
    with Store(str(tmp_path / "policy.db")) as store:
        store.once.claim("a", MONDAY)
        modes = {one.name: one.stat().st_mode & 0o777 for one in tmp_path.iterdir()}
    assert modes == {f"policy.db{end}": 0o600 for end in ("", "-wal", "-shm")}


def test_a_name_that_is_none_is_damage(path: Path) -> None:
    """A page in another's place gives rows whose columns hold what the table forbids."""
    broken = sqlite3.connect(path)
    broken.executescript(
        "DROP TABLE initiatives; CREATE TABLE initiatives (id INTEGER PRIMARY KEY, article, name, aliases);"
        "INSERT INTO initiatives (article, name, aliases) VALUES ('plan', NULL, '[]')"
    )
    broken.close()
    with Store(str(path), make=False) as store, pytest.raises(DamagedError, match="is damaged"):
        store.initiatives.by_frequency()
