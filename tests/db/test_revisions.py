"""Codes are for ever: through any ten revisions, and through an export into another library."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.preparing import prepare
from corpus.reading import bundled, jsonlines
from corpus.reading.files import read
from corpus.reading.sections import split
from corpus.versions.exchange import as_json_line
from db.store import Store
from tests.db.making import prepared

# paragraphs of a real article: no two are like each other
TEXTS = [one.text for one in split(next(read(next(bundled.path().glob("*.txt")))))][1:9]
REVISIONS = st.lists(
    st.lists(st.sampled_from(range(len(TEXTS))), min_size=1, unique=True), min_size=10, max_size=10
)


def day(number: int) -> str:
    """Return an instant on a day of November."""
    return f"2026-11-{number + 1:02}T09:00:00+00:00"


@settings(max_examples=6)
@given(REVISIONS)
def test_codes_survive_ten_revisions_and_an_export(revisions: list[list[int]]) -> None:
    """Paragraphs inserted, deleted, swapped and brought back keep the code that their words were given first.

    Every code gives its last wording and when it went; so it does in a library made of the export, which
    exports the same bytes again.
    """
    with tempfile.TemporaryDirectory() as folder, Store(f"{folder}/one.db") as store:
        given: dict[str, str] = {}
        for number, places in enumerate(revisions):
            store.articles.save(prepared([TEXTS[place] for place in places]), day(number))
            standing = {one.text: one.code for one in store.sections.of_article("plan")}
            assert list(standing) == [TEXTS[place] for place in places]
            assert all(given.setdefault(text, code) == code for text, code in standing.items())
        _check_codes(store, given, revisions)
        line = _exported(store)
        with Store(f"{folder}/other.db") as other:
            for document in jsonlines.documents(Path("all.jsonl"), 1, line.encode(), {}):
                other.articles.save(prepare(document), day(28))
            assert _exported(other) == line
            _check_codes(other, given, revisions)


def _check_codes(store: Store, given: dict[str, str], revisions: list[list[int]]) -> None:
    for text, code in given.items():
        found = store.sections.by_code(code)
        assert found is not None
        assert found.section.text == text
        last = max(number for number, places in enumerate(revisions) if TEXTS.index(text) in places)
        assert found.removed_at == (day(last + 1) if last + 1 < len(revisions) else None)


def _exported(store: Store) -> str:
    versions = [store.articles.export("plan", one.number) for one in store.articles.history("plan")]
    return as_json_line(versions[-1], versions[:-1])
