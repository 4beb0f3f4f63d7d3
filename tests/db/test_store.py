"""Opening and closing: what is ours is brought up to date, what is not is refused in one line."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from corpus.errors import SettingsError, StoreError
from db import schema
from db.address import path_of
from db.store import Store
from tests.db.making import MONDAY, prepared

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        *(("sqlite:///policy.db", "policy.db"), ("sqlite:////srv/p.db", "/srv/p.db"), ("a/b.db", "a/b.db")),
        *(("sqlite:////home/u@corp/p.db", "/home/u@corp/p.db"), ("库=1.db", "库=1.db")),
    ],
)
def test_an_address_names_a_file(address: str, path: str) -> None:
    """The three forms of DATABASE_URL name a relative path, an absolute one, and the path itself."""
    assert path_of(address).as_posix() == path


@pytest.mark.parametrize(
    "address", ["", "postgresql://host/db", "sqlite:///", ":memory:", "sqlite:x", "a\0b", "a.db?mode=ro"]
)
def test_another_address_is_refused(address: str) -> None:
    """What names no file is an error of the settings."""
    with pytest.raises(SettingsError):
        path_of(address)


def refusal(path: Path) -> str:
    """Return what is said when a store cannot be opened."""
    with pytest.raises(StoreError) as caught:
        Store(str(path))
    said = str(caught.value)
    assert "\n" not in said
    return said


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder is no database, and the error says so."""
    assert "is a folder" in refusal(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A database is not put where there is no folder."""
    assert str(tmp_path / "none") in refusal(tmp_path / "none" / "policy.db")


def test_a_text_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    """A file that is no database stays as it was."""
    path = tmp_path / "notes.txt"
    path.write_text("not a database " * 500)
    assert "is no SQLite database" in refusal(path)
    assert path.read_text() == "not a database " * 500


def test_a_strangers_database_is_refused(tmp_path: Path) -> None:
    """A database that another program has filled gets none of our tables."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE articles (name TEXT)")
    other.close()
    assert "another program" in refusal(path)


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    """A database that a newer version made is not touched, and the error says what to do."""
    path = tmp_path / "policy.db"
    Store(str(path)).close()
    with sqlite3.connect(path) as later:
        later.execute(f"PRAGMA user_version = {schema.NUMBER + 1}")
    later.close()
    assert "update policy-bot" in refusal(path)


def test_what_is_saved_is_there_after_opening_again(tmp_path: Path) -> None:
    """A store is a file: closed and opened again it holds the same."""
    path = str(tmp_path / "policy.db")
    with Store(path) as store:
        store.articles.save(prepared(["数字经济。"]), MONDAY)
    with Store(path) as store:
        assert store.articles.text("plan") == "规划\n数字经济。"


def test_a_database_that_is_up_to_date_opens_without_sqlite_utils(tmp_path: Path) -> None:
    """Only making and changing tables pays for the import of sqlite-utils."""
    path = tmp_path / "policy.db"
    Store(str(path)).close()
    script = "import sys; from db.store import Store; Store(sys.argv[1]).close(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script, path], check=True, capture_output=True, text=True)
    assert "sqlite_utils" not in done.stdout.split()


def test_every_connection_keeps_the_rules(store: Store) -> None:
    """Foreign keys are on and the log is write-ahead, in other threads too."""
    seen = []

    def look() -> None:
        connection = store._connections.get()
        seen.append(
            [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("foreign_keys", "journal_mode")]
        )

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    look()
    assert seen == [[1, "wal"], [1, "wal"]]


def test_threads_share_a_store_and_lose_no_write(store: Store) -> None:
    """Ten threads that read and write at once get all their claims, each key once."""
    won: list[str] = []

    def work() -> None:
        won.extend(str(key) for key in range(20) if store.once.claim(str(key), MONDAY))

    threads = [threading.Thread(target=work) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won, key=int) == [str(key) for key in range(20)]


def test_the_connections_of_ended_threads_are_closed(store: Store) -> None:
    """A store that sees many short threads does not hoard their connections."""
    for _ in range(5):
        thread = threading.Thread(target=store.articles.count)
        thread.start()
        thread.join()
    assert len(store._connections._open) <= 2


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    """Using a store after its end is an error that names the file."""
    store = Store(str(tmp_path / "policy.db"))
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.articles.count()


def test_a_block_that_fails_writes_nothing(store: Store) -> None:
    """What a transaction wrote before an error is undone."""

    def fail() -> None:
        with store._connections.writing() as connection:
            connection.execute("INSERT INTO once VALUES ('key', 'now')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert store.once.claim("key", MONDAY)


def test_reading_sees_one_moment(store: Store) -> None:
    """Within `reading` a change that another thread commits is not seen; after it, it is."""
    with store.reading():
        before = store.articles.count()
        thread = threading.Thread(target=store.articles.save, args=(prepared(["数字经济。"]), MONDAY))
        thread.start()
        thread.join()
        assert store.articles.count() == before == 0
    assert store.articles.count() == 1


def test_two_processes_make_one_new_store(tmp_path: Path) -> None:
    """Processes that open a new file at the same moment take turns, and both find it whole."""
    script = (
        "import sys; from db.store import Store; s = Store(sys.argv[1]); print(s.generation()); s.close()"
    )
    path = str(tmp_path / "policy.db")
    both = [
        subprocess.Popen([sys.executable, "-c", script, path], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [process.communicate()[0] for process in both] == ["0\n", "0\n", "0\n"]
