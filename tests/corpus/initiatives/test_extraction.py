"""What is read out of an article as a named initiative, and where it stands."""

from corpus.initiatives.extraction import extract
from corpus.vocabulary import Naming, Section


def read(*texts: str, title: str = "一篇文章") -> dict[str, Naming]:
    """Extract from paragraphs, by name."""
    sections = [Section("a", number, (), text, 0) for number, text in enumerate(texts, start=1)]
    return {naming.name: naming for naming in extract(sections, title)}


def test_every_place_is_a_slice_that_names_it() -> None:
    """Places are offsets into the section with that number, quotation marks left out."""
    texts = ("培育一批实用型“数字工匠”。", "要建好梦想小镇，让数字工匠留下来。")
    named = read(*texts)
    slices = {texts[number - 1][start:end] for number, start, end in named["数字工匠"].places}
    assert slices == {"数字工匠"}
    assert [place[0] for place in named["数字工匠"].places] == [1, 2]


def test_names_come_in_order_of_their_first_mention() -> None:
    """The order is the reader's."""
    assert list(read("深入实施快递下乡工程，倡导“光盘行动”。", "建好梦想小镇。")) == [
        "快递下乡工程",
        "光盘行动",
        "梦想小镇",
    ]


def test_a_text_without_names_gives_none() -> None:
    """An ordinary sentence names no initiative."""
    assert read("今天下午三点开会，请带上材料。") == {}
