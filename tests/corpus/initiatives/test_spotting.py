"""Known names are spotted in running text as people write it."""

import pytest

from corpus.initiatives.spotting import Spotted, Spotter

NAMES = ("数字工匠", "梦想小镇", "杭州梦想小镇", "G20 杭州峰会", "互联网+", "双创", "三农", "1+N")


@pytest.fixture(scope="module")
def spotter() -> Spotter:
    """Know a few names, each written one way."""
    return Spotter({name: name for name in NAMES})


@pytest.mark.parametrize(
    ("text", "name", "printed"),
    [
        ("那个数字工匠到底是什么提法", "数字工匠", "数字工匠"),
        ("那個數字工匠是什麼", "数字工匠", "數字工匠"),
        ("“数字 工匠”", "数字工匠", "数字 工匠"),
        ("在Ｇ２０杭州峰会上", "G20 杭州峰会", "Ｇ２０杭州峰会"),
        ("在g20 杭州峰会上", "G20 杭州峰会", "g20 杭州峰会"),
        ("搞互联网＋，很好", "互联网+", "互联网＋"),
        ("去杭州梦想小镇看看", "杭州梦想小镇", "杭州梦想小镇"),
        ("支持双创，服务三农", "双创", "双创"),
    ],
)
def test_a_name_is_spotted_however_it_is_written(
    spotter: Spotter, text: str, name: str, printed: str
) -> None:
    """Script, width, case, spaces and quotes make no difference, and offsets are those of the text given."""
    found = spotter.spot(text)[0]
    assert (found.name, text[found.start : found.end]) == (name, printed)


@pytest.mark.parametrize("text", ["在AG20杭州峰会上", "21+N", "这一双创新的手套", "关注三农村的路", ""])
def test_a_name_is_not_spotted_inside_another_word(spotter: Spotter, text: str) -> None:
    """Letters and digits that run on, and words that begin inside a short name, make another word."""
    assert spotter.spot(text) == ()


def test_the_longer_name_keeps_the_shorter_one_inside_it(spotter: Spotter) -> None:
    """梦想小镇 within a known longer name belongs to that name; elsewhere it is itself."""
    assert spotter.spot("杭州梦想小镇和梦想小镇") == (
        Spotted("杭州梦想小镇", 0, 6),
        Spotted("梦想小镇", 7, 11),
    )


def test_a_short_name_in_quotes_needs_no_neighbours(spotter: Spotter) -> None:
    """Quotation marks show where the word ends."""
    assert spotter.spot("这“双创”新举措") == (Spotted("双创", 2, 4),)


def test_an_alias_gives_the_name() -> None:
    """Every way of writing stands for one name; no names find nothing."""
    assert Spotter({"“1+N”平台": "1+N"}).spot("建1+N平台吧") == (Spotted("1+N", 1, 6),)
    assert Spotter({}).spot("数字工匠") == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("“双碳”目标", "强化“双碳”目标引领"),
        ("国际贸易“单一窗口”", "建设国际贸易“单一窗口”。"),
        ("双碳", "强化“双碳”目标"),
    ],
)
def test_quotation_marks_of_a_name_come_in_pairs(name: str, text: str) -> None:
    """The mark that opens or closes one inside the name belongs to it; those round a name do not."""
    (found,) = Spotter({name: name}).spot(text)
    assert text[found.start : found.end] == name
