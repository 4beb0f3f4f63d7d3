"""Codes are for ever: through any ten revisions, and through an export into another library."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.exchange import as_json_line
from corpus.preparing import prepare
from corpus.reading import bundled
from corpus.reading.files import read
from corpus.reading.formats import json_lines
from corpus.reading.sections import split
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
            for document in json_lines.documents(Path("all.jsonl"), 1, line.encode(), {}):
                other.articles.save(prepare(document), day(28))
            assert _exported(other) == line
            _check_codes(other, given, revisions)


def test_codes_that_an_export_states_are_used_as_they_stand(store: Store, tmp_path: Path) -> None:
    """Also where the words, or what was removed before, would give a section another code."""
    rows = [f"杭州市：地区生产总值增长{figure}%，财政收入{figure}12亿元。" for figure in (3, 4, 5)]
    stated = [["aaaa-0001", "aaaa-0002"], ["aaaa-0003", "aaaa-0001"], ["aaaa-0004", "aaaa-0002"]]
    for number, (codes, texts) in enumerate(zip(stated, (rows[:2], rows[1:], rows[:2]), strict=True)):
        store.articles.save(prepared(texts, codes=codes), day(number))
        assert [one.code for one in store.sections.of_article("plan")] == codes
    line = _exported(store)
    with Store(str(tmp_path / "other.db")) as other:
        for document in json_lines.documents(Path("all.jsonl"), 1, line.encode(), {}):
            other.articles.save(prepare(document), day(28))
        assert _exported(other) == line
        for code in {code for codes in stated for code in codes}:
            assert other.sections.by_code(code) == store.sections.by_code(code)


def test_codes_that_cannot_be_believed_give_way_to_the_words(store: Store) -> None:
    """Another article's code, one stated twice and what is none: the section has the code that its words had."""
    (taken,) = (
        one.code
        for saved in [store.articles.save(prepared(TEXTS[:1], article="other"), day(0))]
        for one in store.sections.of_article(saved.article.id)
    )
    store.articles.save(prepared(TEXTS[1:5]), day(0))
    first = [one.code for one in store.sections.of_article("plan")]
    store.articles.save(prepared(TEXTS[1:6], codes=[taken, "<b>", first[2], first[2], "aaaa-0001"]), day(1))
    assert [one.code for one in store.sections.of_article("plan")] == [*first, "aaaa-0001"]
    assert [one.code for one in store.sections.of_article("other")] == [taken]


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
