"""What differs between the wordings of one term is marked, and nothing else."""

from corpus.initiatives.card.wordings import compare


def marked(*texts: str) -> list[list[str]]:
    """Return the marked stretches of each wording."""
    return [[one.text[start:end] for start, end in one.differs] for one in compare(texts)]


def test_what_the_other_lacks_is_marked_on_both_sides() -> None:
    """The first wording carries the marks of all others together."""
    assert marked("大力培育数字工匠", "积极培育数字工匠", "大力培育数字工匠和数字名家") == [
        ["大力"],
        ["积极"],
        ["和数字名家"],
    ]


def test_width_script_and_quotes_make_no_difference() -> None:
    """Only words count."""
    assert marked("培育“数字工匠”，1+N", "培育數字工匠，１＋Ｎ") == [[], []]


def test_one_wording_has_nothing_to_differ_from() -> None:
    """A single text or none is left unmarked."""
    assert marked("培育数字工匠") == [[]]
    assert compare(()) == ()
