"""The features of a section for a query: what computes each, what it says, and from where to where it runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.search.score import features as by
from corpus.search.score import model
from corpus.search.score.meaning import meaning

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Feature:
    """A named number between `low` and `high`; `function` computes it, with all others that it is named for."""

    name: str
    function: Callable[..., Mapping[str, float]]
    meaning: str
    low: float = 0.0
    high: float = 1.0


FEATURES = (
    Feature("exact", by.overlap, "the query as it stands; it also goes before everything else"),
    Feature("stands", by.overlap, "its Latin words and numbers stand as typed (1), or each by itself (0.5)"),
    Feature("words", by.overlap, "words held, by idf"),
    Feature("alias", by.overlap, "words held by the full form of their abbreviation"),
    Feature("synonyms", by.overlap, "words held by what laws call them"),
    Feature("head", by.overlap, "words that only the title or a heading holds"),
    Feature("initiative", by.overlap, "names of initiatives in the query that the text holds whole"),
    Feature("title_in_query", by.overlap, "the article's title stands in the query"),
    Feature("pairs", by.overlap, "character pairs held, by idf: a word that was cut wrong still counts"),
    Feature("bigram_bm25", by.overlap, "how often the pairs stand there: questions only"),
    Feature("brevity", by.overlap, "of two sections alike the shorter says it more plainly"),
    Feature(
        "meant", meaning, "what it is about, in its own words or the law's, in the text or over it: by idf"
    ),
    Feature("topic", meaning, "the rarest word of what it is about is held"),
    Feature("together", meaning, "the same in the text within two or three clauses"),
    Feature("sort_told", meaning, "it holds the sort of answer that a question asks for"),
    Feature("told", meaning, "how often it says the rarest word, to three times"),
    Feature(
        "reworded", meaning, "all it is about stands within two or three clauses, some in the law's words"
    ),
    Feature("clause", by.named_by, "it is the clause that the query names"),
    Feature("defines", by.named_by, "it says what a term means (1), or perhaps a longer term (0.5)"),
    Feature("titled", by.named_by, "the query is the title, or a name of the document"),
    Feature("under", by.named_by, "the title or a heading holds the whole query"),
    Feature("asked", by.named_by, "it tells the figure asked for: set (1), told, or told of years before"),
    Feature("edit", by.alignment, "likeness of the best window, by edits with swapped neighbours"),
    Feature("order", by.alignment, "characters in order within a short window: half remembered"),
    Feature("char_bm25", by.alignment, "how often its single characters stand there: questions only"),
    Feature(
        "char_coverage", by.alignment, "its characters in the best window, by how rare they are in Chinese"
    ),
    Feature("swapped", by.alignment, "the query with two neighbours swapped stands there"),
    Feature("sound", by.alignment, "likeness of the best window by sound"),
    Feature("initials", by.alignment, "first letters of syllables, all in a row, of whole words"),
    Feature("initials_whole", by.alignment, "the fewer words the letters make, the likelier they were meant"),
    Feature(
        "initials_rare", by.alignment, "how much rarer the letters are than once in a library of this size"
    ),
    Feature("coverage", model.known_parts, "words held by the text, its title or its headings, by idf"),
    Feature("similarity", model.known_parts, "the better of edit and sound"),
    Feature("unknown", model.known_parts, "share of the words that the whole library does not know"),
    Feature("weight", model.known_parts, "what the words held weigh together: a share of few says less"),
    Feature("length", model.known_parts, "a longer query that fits is no chance"),
    Feature("bias", model.known_parts, "where the threshold lies", low=1.0),
)
