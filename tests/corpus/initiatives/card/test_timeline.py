"""The order of articles on a timeline."""

from corpus.initiatives.card.timeline import Appearance, ArticleDate, first, timeline


def test_the_oldest_stands_first_and_the_undated_last() -> None:
    """Dates may be exact to the year only; an article without one, or unknown, comes at the end."""
    dates = [ArticleDate("b", "2018-10-23"), ArticleDate("a", "2018"), ArticleDate("c", None)]
    line = timeline(["c", "b", "d", "b", "a"], dates)
    assert line == (
        Appearance("a", "2018", 1),
        Appearance("b", "2018-10-23", 2),
        Appearance("c", None, 1),
        Appearance("d", None, 1),
    )
    assert first(line) == line[0]


def test_without_any_date_nothing_came_first() -> None:
    """A first appearance is not guessed."""
    assert first(timeline(["a"], [ArticleDate("a", None)])) is None
