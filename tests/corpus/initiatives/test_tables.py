"""Each row of the tables by which names are told is tried on its own examples."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from corpus.initiatives.extraction import extract
from corpus.initiatives.formed import formed
from corpus.initiatives.lists import head_pattern, heads, known, modifiers, regions, verbs
from corpus.text.script import simplified
from corpus.text.tables import lines, listed
from corpus.text.words import cut
from corpus.vocabulary import Section

FRAMES = re.compile(r"^# ([a-z]+)\t[^\t\n]+\t([^\t\n]+)\t([^\t\n]+)$", re.MULTILINE)
READ = re.compile("〔(.*?)〕")
WORD_TABLES = ("governing_verbs", "name_words", "stop_words")


def frames(table: str) -> dict[str, tuple[str, str]]:
    """Return the example and the counterexample of each rule of a table, … for the word."""
    text = (files("corpus.data") / f"{table}.tsv").read_text(encoding="utf-8")
    return {rule: (example, counterexample) for rule, example, counterexample in FRAMES.findall(text)}


def tried() -> dict[str, list[str]]:
    """Return the filled frames of every rule that has some."""
    found = [one for table in WORD_TABLES for one in rows(table)]
    found += [("region", line.split()[0]) for line in lines("places.txt")]
    return {
        rule: [frame.replace("…", word) for at, word in found if at == rule for frame in pair]
        for table in WORD_TABLES
        for rule, pair in frames(table).items()
    }


def rows(table: str) -> list[tuple[str, str]]:
    """Return each word of a table with the last rule of its row."""
    divided = (line.split("\t") for line in lines(f"{table}.tsv"))
    return [(rules.split(",")[-1], word) for rules, words in divided for word in words.split()]


def names(text: str) -> list[str]:
    """Return what is read out of a text that is all of an article."""
    return [found.name for found in extract([Section("a", 1, (), text, 0)], "")]


@pytest.mark.parametrize(("rule", "filled"), tried().items(), ids=tried())
def test_each_word_does_in_its_frames_what_its_rule_says(rule: str, filled: list[str]) -> None:
    """What stands in 〔〕 is read out of the frame, and nothing else."""
    told = {frame: names(re.sub("[〔〕]", "", frame)) for frame in filled}
    assert {frame: read for frame, read in told.items() if read != READ.findall(frame)} == {}, rule
    assert filled


@pytest.mark.parametrize(
    "row", [line.split("\t") for line in lines("name_heads.tsv")], ids=lambda row: str(row[0])
)
def test_a_head_ends_a_name_and_names_nothing_alone(row: list[str]) -> None:
    """Its example holds a name that ends with it, its counterexample the head itself and no name."""
    head, kinds, _, example, counterexample = row
    found = [one for one in formed(re.sub("[〔〕]", "", example)) if one.name in READ.findall(example)]
    assert [one.name.endswith(head) for one in found] == [True]
    assert found[0].again if "again" in kinds else found[0].sure
    assert head in counterexample
    assert list(formed(counterexample)) == []


@pytest.mark.parametrize(
    ("head", "followers"),
    [(row[0], row[2]) for row in (line.split("\t") for line in lines("name_heads.tsv")) if row[2]],
)
def test_what_may_not_follow_a_head_makes_another_word(head: str, followers: str) -> None:
    """Behind the head each exception hides it; a mark does not."""
    for follower in followers.removeprefix("…").split("|"):
        hidden = head_pattern().match(head + follower)
        assert hidden is None or hidden[0] != head
    assert head_pattern().match(head + "，")


def test_every_word_can_be_met() -> None:
    """Verbs, stops, modifiers and what opens a name are compared with words as the dictionary cuts them out."""
    met = {*verbs(), *listed("stop_words.tsv", "name"), *regions()}
    met |= {word for rule in ("generic", "vague", "manner") for word in modifiers(rule)}
    assert sorted(word for word in met if cut(word) != [word]) == []


def test_every_word_is_written_as_texts_are_read() -> None:
    """Texts are read in simplified script: a word that it writes otherwise would never be met."""
    words = {word for table in WORD_TABLES for _, word in rows(table)}
    met = words | set(heads()) | {way for ways in known() for way in ways}
    assert sorted(word for word in met if simplified(word) != word) == []


@pytest.mark.parametrize("table", WORD_TABLES)
def test_a_word_stands_once_in_a_table_for_each_rule(table: str) -> None:
    """Where it has several rules it is in a row of all of them; of the kinds of verbs it has one, adverbs aside."""
    divided = [line.split("\t") for line in lines(f"{table}.tsv")]
    told = [(rule, word) for rules, words in divided for rule in rules.split(",") for word in words.split()]
    assert len(set(told)) == len(told)
    if table == "governing_verbs":
        kinds = [word for rule, word in told if rule != "adverb"]
        assert len(set(kinds)) == len(kinds)
