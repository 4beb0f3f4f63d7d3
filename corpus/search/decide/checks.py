"""What the rules of the judge ask of a query and of a passage: one short question each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.search.decide.matched import how_matched
from corpus.search.decide.quoted_phrases import stands_within_sentence
from corpus.search.decide.rule import ALL_TOLD, headed
from corpus.search.decide.scope import is_elsewhere
from corpus.search.query.borders import numbers
from corpus.search.query.clause_sections import cites
from corpus.search.score.initials import best_initials
from corpus.search.score.model import ANSWERED
from corpus.text.normalize import normalize, normalize_letters_with_offsets
from corpus.text.phonetics import sounds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corpus.search.decide.rule import Case, Passage
    from corpus.search.query.weights import WeightedQuery

SHORT = 3  # characters of a name of which two stand in many texts by chance
COPIED = (
    12  # characters of a query that names a clause, from which it is a quotation where it stands as it is
)
FITS, BEHIND = (
    0.75,
    0.2,
)  # fit from which a section holds the query as a whole, and how far behind is only a part
MEETING = 3  # characters of a query that may meet by chance where a clause ends and the next begins
PIECE = 12  # characters of a piece of a sentence that is as sure of its number as a name is
ALWAYS = 10  # matches that are listed, however far behind the first
FLOOR = 0.5  # of the first confidence: beside a name that was found whole, what has half of it is noise
FLOOR_ASKED = 0.2  # the same for a question, whose answer need not look like it
_MEANT = (
    "exact",
    "alias",
    "head",
    "clause",
    "titled",
    "under",
    "defines",
    "swapped",
    "initials",
    "reworded",
)
_NAMED = ("exact", "stands", "clause", "under", "initials", "alias")
_SHORT = frozenset({"name", "keywords"})
_WITHIN = r"[^\w+%,;:。.!?…]*"  # what may stand between two characters of one clause: 京、津、冀
_MARK = re.compile(r"[^\w\s+%·-]")


def always(_case: Case) -> bool:
    """Whether a query is one: a rule about each."""
    return True


def is_short_name(case: Case) -> bool:
    """Whether a query is a name of three characters."""
    return case.weighted.kind == "name" and len(case.weighted.analyzed.letters) == SHORT


def has_only_a_part(_case: Case, one: Passage) -> bool:
    """Whether a section has not all of a short name, in order or by sound, and nothing else shows that it is meant."""
    parts = one.scored.parts
    return not any(parts[name] for name in _MEANT) and parts["sound"] < 1 and parts["order"] < 1


def names_scope(case: Case) -> bool:
    """Whether a query names a place or a document."""
    return bool(case.scope.said)


def is_out_of_scope(case: Case, one: Passage) -> bool:
    """Whether a section that does not hold the query as it stands is about another place or document."""
    return not one.scored.parts["exact"] and is_elsewhere(one.scored.entry, case.scope)


def names_missing_clause(case: Case) -> bool:
    """Whether a query names a clause that was not found."""
    return case.weighted.reference.barred


def is_no_citation(case: Case, one: Passage) -> bool:
    """Whether a text neither cites the clause that is named nor holds a query that is long enough to be a quotation.

    A short query may be the end of another law's name. Nothing cites a 款 or 项 that the clause itself does not have.
    """
    analyzed = case.weighted.analyzed
    copied = one.scored.parts["exact"] and len(analyzed.letters) >= COPIED
    reference = case.weighted.reference
    cited = not reference.lacking and cites(one.section.text, reference.names, analyzed.clause)
    return not (copied or cited)


def is_number(case: Case) -> bool:
    """Whether a query is nothing but numbers."""
    return case.weighted.latin.numbers


def lacks_number(_case: Case, one: Passage) -> bool:
    """Whether a section neither holds a number as typed nor is named by it."""
    return not any(one.parts[name] for name in ("stands", "clause", "titled", "under"))


def has_figures(case: Case) -> bool:
    """Whether a short query has words and a number that is not a clause's: a longer one may have a slip in it."""
    weighted = case.weighted
    short = weighted.kind in _SHORT or (weighted.kind == "long" and len(weighted.analyzed.letters) <= PIECE)
    return short and bool(weighted.latin.figures) and not weighted.analyzed.clause


def lacks_figure(case: Case, one: Passage) -> bool:
    """Whether a number of a query stands neither in a section nor over it, or only where the query is cut out of more.

    The full form of a short one (4G) is as good.
    """
    if any(one.parts[name] for name in ("exact", "stands", "clause", "titled", "under")):
        return False
    text = one.scored.entry.letters
    if any(full in text for form in case.weighted.expansions if numbers(form.short) for full in form.full):
        return False
    latin = case.weighted.latin
    if one.scored.parts["exact"]:  # it stands there, cut out of a longer number or word
        return not latin.worded
    return latin.lacks_figure(one.section.text, headed(one.scored, one.section))


def has_phrases(case: Case) -> bool:
    """Whether a query has phrases in quotation marks that are to stand exactly so."""
    return bool(case.weighted.analyzed.phrases)


def breaks_phrase(case: Case, one: Passage) -> bool:
    """Whether a phrase stands in a section only over the end of a sentence."""
    text = one.section.text
    return not all(
        phrase in text or stands_within_sentence(phrase, text) for phrase in case.weighted.analyzed.phrases
    )


def is_no_such_clause(_case: Case, one: Passage) -> bool:
    """Whether a section is neither the clause nor of the document that a query names, nor holds it as it stands."""
    return not (one.parts["clause"] or one.parts["titled"] or one.parts["exact"])


def fits_whole(case: Case) -> bool:
    """Whether some section fits a query as a whole that is no question and no key words."""
    return case.weighted.kind not in {"question", "keywords"} and case.best_fit >= FITS


def fits_a_part(case: Case, one: Passage) -> bool:
    """Whether a section fits far less than the best one, and nothing else shows that it is meant."""
    if one.fit >= case.best_fit - BEHIND or any(one.parts[name] for name in _NAMED):
        return False
    text = one.scored.entry.letters
    return not any(full in text for form in case.weighted.expansions for full in form.full)


def is_tiny(case: Case) -> bool:
    """Whether a query has one to three characters."""
    return len(case.weighted.analyzed.letters) <= MEETING


def spans_clause_break(case: Case, one: Passage) -> bool:
    """Whether the characters of a query meet only where one clause ends and the next begins."""
    analyzed, text = case.weighted.analyzed, one.section.text
    if not one.parts["exact"] or one.parts["stands"] or analyzed.typed in text:
        return False
    return re.search(_WITHIN.join(map(re.escape, analyzed.letters)), normalize(text)) is None


def is_initials(case: Case) -> bool:
    """Whether a query is letters that may be the first ones of syllables."""
    return bool(case.weighted.analyzed.initials)


def spans_mark(case: Case, one: Passage) -> bool:
    """Whether the syllables that begin with the letters of a query have a mark between them."""
    if not one.parts["initials"] or how_matched(case, one) != "pinyin":
        return False
    folded = normalize_letters_with_offsets(one.section.text)
    letters = case.weighted.analyzed.initials
    _, place = best_initials(letters, folded.text, sounds(folded.text))
    start, end = folded.span(*place)
    return _MARK.search(one.section.text[start:end]) is not None


def is_far_behind(case: Case, one: Passage) -> bool:
    """Whether a passage that is no answer comes after enough others, or far behind the first; `one` is the next."""
    floor = FLOOR_ASKED if case.weighted.kind == "question" else FLOOR
    behind = case.listed >= ALWAYS or (case.listed > 0 and one.confidence < floor * case.first)
    return behind and one.confidence < ANSWERED


def has(name: str, least: float = 0.0) -> Callable[[Case, Passage], bool]:
    """Return the question whether a feature of a passage is above 0, or at least so much."""

    def holds(_: Case, one: Passage) -> bool:
        return one.parts[name] >= least if least else one.parts[name] > 0

    return holds


def has_latin(case: Case) -> bool:
    """Whether a query has Latin words or numbers."""
    return case.weighted.latin.whole is not None


def has_words(case: Case) -> bool:
    """Whether a query is several words, a name or key words."""
    return case.weighted.kind in {"name", "keywords"} and len(case.weighted.words) > 1


def is_covered(weighted: WeightedQuery, parts: Mapping[str, float]) -> bool:
    """Whether each of several words stands in the section, itself or by its full form, its headings or its title."""
    several = weighted.kind in {"name", "keywords"} and len(weighted.words) > 1
    return several and parts["words"] + parts["head"] + parts["alias"] > ALL_TOLD


def is_covered_by_name(case: Case, one: Passage) -> bool:
    """Whether a section holds each word, one at least by its full form or in its title or headings."""
    return bool(one.parts["head"] or one.parts["alias"]) and is_covered(case.weighted, one.parts)


def names_clause(case: Case) -> bool:
    """Whether a query names a clause that was found."""
    return bool(case.weighted.reference.sections)


def says_it_otherwise(case: Case) -> bool:
    """Whether a query has words for which laws and policies have others."""
    return any(unit.ways for unit in case.weighted.units)
