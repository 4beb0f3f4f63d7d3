"""The parts of the score of every candidate of every DEV query: what bench/fit_search.py learns from.

Each collection is a library of its own, and the seed article alone is a fifth: a library of the first day. Queries
of other collections are put to each as well: what they find is no answer, unless it holds the query nearly whole.
"""

from __future__ import annotations

import json
import random
import re
import sqlite3
import zlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search_asked import ASKED_CLASS, asked
from search_strangers import TYPED, strangers

from corpus.initiatives.extraction import extract
from corpus.reading.files import read
from corpus.reading.sections import split
from corpus.search.decide.rule import Case as Judged
from corpus.search.decide.rule import read as as_read
from corpus.search.decide.scope import scope_of
from corpus.search.index_terms import for_index
from corpus.search.query.analysis import analyze
from corpus.search.query.article_filters import allowed
from corpus.search.query.language import parse
from corpus.search.query.weights import WeightedQuery, weight_query
from corpus.search.retrieve.retrieval import retrieve
from corpus.search.score.features import Scored, alignment, cheap_features
from corpus.search.score.scoring import chosen
from corpus.text.normalize import normalize_letters
from db.searching import index
from db.searching.indexed_library import IndexedLibrary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from corpus.search.decide.rule import Passage
    from corpus.search.library import Entry
    from corpus.vocabulary import Article, Section

SEED = "seed"
COLLECTIONS = ("small", "statutes", "cmrc", "drcd", SEED)
FOREIGN = 250  # queries of other collections put to each library
NEARLY = 0.85  # likeness from which a foreign query is found after all, and teaches nothing
LONGEST = 1_200  # characters of a text that the scorer takes
SEEN: dict[tuple[str, int], Entry] = {}  # sections of a library, so that its cases share them
_BLANK = re.compile(r"[\s\u200b-\u200f\ufeff\u00ad\u2060]+")


@dataclass
class Case:
    """One query in one library: its class, its candidates' parts, and which of them are right."""

    collection: str
    query: str
    cls: str
    group: str  # the article that answers: what cross-validation keeps together
    judged: Judged
    rows: list[tuple[Passage, bool]]

    @property
    def weighted(self) -> WeightedQuery:
        """The query with what its words are worth."""
        return self.judged.weighted

    @property
    def answerable(self) -> bool:
        """Whether the library holds an answer."""
        return not self.cls.startswith(("no_answer", "foreign/"))


def part(query: dict[str, str]) -> str:
    """Name the part of the joint figure that a query counts in."""
    if query["class"] != "no_answer":
        return query["class"]
    return "no_answer/" + {"seed": "near_miss"}.get(query.get("note", ""), query.get("note", ""))


def library(folder: Path, only: str | None = None) -> tuple[IndexedLibrary, list[Section]]:
    """Index a collection (or one article of it) in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    index.create(connection)
    sections: list[Section] = []
    articles: dict[str, Article] = {}
    keys: set[str] = set()
    for document in read(folder / "articles.jsonl"):
        if only in (None, document.article.id):
            articles[document.article.id] = document.article
            own = split(document)
            sections += own
            names = extract(own, document.article.title)
            keys.update(normalize_letters(way) for one in names for way in (one.name, *one.aliases))
    rows = (
        (at, one.article, for_index(one, articles[one.article].title)) for at, one in enumerate(sections, 1)
    )
    index.add(connection, rows)
    found = IndexedLibrary(
        connection,
        sections=lambda ids: [sections[at - 1] for at in ids],
        texts_beside=lambda analyzed, _: [[] for _ in analyzed],  # limits are not judged here
        articles=lambda: articles,
        initiatives=keys.intersection,
        curated=lambda _: (),
    )
    return found, sections


def queries(folder: Path) -> list[dict[str, str]]:
    """Read the queries of a collection."""
    return [json.loads(line) for line in (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines()]


def truth(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Read which answers stand in which articles, by query."""
    found = defaultdict(list)
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        qid, _, article, answer, *_ = line.split("\t")
        found[qid].append((article, _BLANK.sub("", answer)))
    return found


def cases(root: Path, name: str, only: str | None = None) -> list[Case]:
    """Work out all cases of one library; where `only` questions are fitted, those alone, which their words tell."""
    folder = root / "dev" / ("small" if name == SEED else name)
    found, sections = library(folder, "seed-000" if name == SEED else None)
    answers, own = truth(folder), [query for query in queries(folder) if _may_be(query, only)]
    if name == SEED:
        own = [query for query in own if any(article == "seed-000" for article, _ in answers[query["qid"]])]
    made = [case(name, query, part(query), answers[query["qid"]], found, sections) for query in own]
    for at, (typed, article, answer) in enumerate(asked(sections, name)):
        query, right = {"query": typed, "qid": f"{name} {at}"}, [(article, _BLANK.sub("", answer))]
        made.append(case(name, query, ASKED_CLASS, right, found, sections))
    text = "\n".join(normalize_letters(section.text) for section in sections)
    others = []
    for other in (other for other in COLLECTIONS[:4] if other != folder.name):
        others += queries(root / "dev" / other)
        answers |= truth(root / "dev" / other)
    sample = random.Random(name).sample(others, FOREIGN)  # noqa: S311 - a sample
    foreign = [
        case(name, query, "foreign/", [], found, sections)
        for query in sample
        if query["class"] not in {"no_answer", *TYPED}
        and _may_be(query, only)
        and not stands(answers[query["qid"]], text)
    ]
    spelt = [
        case(name, query, cls, [], found, sections)
        for query, cls in strangers(others, queries(folder), answers, text, name)
        if _may_be(query, only)
    ]
    return made + [one for one in foreign if not any(is_near(one, row.parts) for row, _ in one.rows)] + spelt


def _may_be(query: dict[str, str], only: str | None) -> bool:
    """Whether a query may be of the kind that is fitted; names and key words are told apart by the library."""
    return only != "question" or analyze(parse(query["query"])).kind == only


def stands(answers: list[tuple[str, str]], text: str) -> bool:
    """Whether what a query of another collection means stands in this one's folded text."""
    return any(normalize_letters(answer) in text for _, answer in answers)


def is_near(one: Case, parts: Mapping[str, float]) -> bool:
    """Whether a section holds nearly all of a query that was meant for other articles, by its characters.

    Of what was typed in characters all of the sound is as good; of pinyin it says what is to be learnt.
    """
    heard = parts["sound"] == 1.0 and one.weighted.kind != "pinyin"
    return heard or max(parts["edit"], parts["words"] + parts["alias"]) >= NEARLY


def case(
    name: str,
    query: dict[str, str],
    cls: str,
    answers: list[tuple[str, str]],
    found: IndexedLibrary,
    sections: list[Section],
) -> Case:
    """Work out the parts of one query's candidates."""
    analyzed = parse(query["query"])
    weighted = weight_query(analyze(analyzed), found)
    rows = []
    retrieved = retrieve(weighted, allowed(analyzed, found), found)
    if weighted.kind == "question":  # of a crowd the program aligns a few
        looked_at = chosen(weighted, retrieved.candidates, retrieved.entries)
    else:  # here the choice hangs on the very weights that are fitted: from one fit to the next they would swing
        looked_at = [(entry, cheap_features(weighted, entry)) for entry in retrieved.entries]
    for entry, parts in looked_at:
        section = sections[entry.id - 1]
        right = right_in(section, answers)
        scored = Scored(SEEN.setdefault((name, entry.id), entry), parts | alignment(weighted, entry), 0.0)
        rows.append((as_read(weighted, scored, section), right))
    judged = Judged(weighted, scope_of(weighted, found), retrieved.phrase_missed)
    cls = f"foreign/{weighted.kind}" if cls == "foreign/" else cls
    return Case(name, query["query"], cls, answers[0][0] if answers else query["qid"], judged, rows)


def right_in(section: Section, answers: list[tuple[str, str]]) -> bool:
    """Whether a section, of the length that the scorer takes, holds one of the answers (article, text)."""
    text = _BLANK.sub("", section.text)
    return len(text) <= LONGEST and any(
        article == section.article and answer in text for article, answer in answers
    )


def fold_of(one: Case, folds: int) -> int:
    """Put a case into a fold; all cases of one article are in the same."""
    return zlib.crc32(f"{one.group}".encode()) % folds
