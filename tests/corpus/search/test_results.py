"""What is shown of a ranking: no noise, each sentence once, whole terms."""

from __future__ import annotations

import pytest

from tests.corpus.search.in_memory_library import FIRST, SECOND, Shelf

SENTENCE = "各地应当支持紫薇云仓共享仓储网络建设。"
LONG = (
    "坚持以高水平对外开放推动高质量发展，完善重点高原湖泊保护治理的体制机制，统筹山水林田湖草沙一体化保护和"
    "系统治理，严格落实河湖长制，推进流域横向生态保护补偿，让绿水青山持续释放生态红利惠及沿湖群众。"
)


def test_one_wrong_character_in_a_long_sentence_is_forgiven() -> None:
    """A sentence of a hundred characters is aligned like any other."""
    shelf = Shelf({FIRST: [LONG, SENTENCE]})
    assert len(LONG) > 90
    typed = LONG.replace("高原湖泊", "高源湖泊").replace("流域横向", "流域横")
    assert shelf.first(typed) == "first-1"


@pytest.mark.parametrize(
    "typed", ["紫薇云仓共享仓储网络", "紫微云仓共享仓储网络", "紫薇雲倉共享倉儲網絡", "仓储 紫薇 共享"]
)
def test_the_same_sentence_is_shown_once_however_it_was_typed(typed: str) -> None:
    """What matched is one sentence in three places, whatever stands round it."""
    shelf = Shelf({FIRST: [f"先说别的。{SENTENCE}", SENTENCE], SECOND: [f"{SENTENCE}再说别的。"]})
    (found,) = shelf.search(typed).matches
    assert len(found.also) == 2


STALL = "摊贩可以在步行街南门设摊。"


@pytest.mark.parametrize(
    ("east", "west", "places"),
    [
        ([STALL], [f"{STALL}但国庆节期间除外。"], 2),
        ([STALL], [STALL, "但国庆节期间除外。"], 2),
        ([STALL, "前款规定不适用于雨天。"], [STALL, "但国庆节期间除外。"], 2),
        ([STALL, "但国庆节期间除外。"], [STALL, "但国庆节期间除外。"], 1),
        ([f"{STALL}但国庆节期间除外。"], [f"{STALL}但国庆节期间除外。"], 1),
        ([STALL, "各县另行公布。"], [STALL, "另设夜市三处。"], 1),
        (["可以设摊的是：", "（一）步行街南门；"], ["禁止设摊的是：", "（一）步行街南门；"], 2),
        (["可以设摊的是：", "（一）步行街南门；"], ["可以设摊的是：", "（一）步行街南门；"], 1),
        (["（一）步行街南门；", "但国庆节期间除外。"], ["（一）步行街南门；", "（二）城门口。"], 2),
    ],
)
def test_a_sentence_with_another_limit_behind_it_says_something_else(
    east: list[str], west: list[str], places: int
) -> None:
    """Places are one only where what limits the sentence, and leads it in a list, is the same too."""
    shelf = Shelf({FIRST: east, SECOND: west})
    assert len(shelf.search("步行街南门").matches) == places


def test_what_fits_in_part_is_noise_beside_what_fits_as_a_whole() -> None:
    """数字工将 is 数字工匠 by sound; passages with 数字 alone are no answer beside it."""
    shelf = Shelf({FIRST: ["培育数字工匠。", "发展数字经济工作。", "建设数字工程。"]})
    assert [match.section.number for match in shelf.search("数字工将").matches] == [1]


def test_words_of_a_short_form_do_not_crowd_out_the_section_that_holds_every_word() -> None:
    """Sections of the full form are looked at, but not before those like the query."""
    crowd = [f"第{at}项：发展文化和旅游产业。" for at in range(60)]
    shelf = Shelf({FIRST: [*crowd, "打造世界级文旅地标。"]})
    assert shelf.first("地标 世界级 打造 文旅") == "first-61"


@pytest.mark.parametrize(
    ("typed", "term"), [("字数经济", "数字经济"), ("数字工将", "数字工匠"), ("领军才人", "领军人才")]
)
def test_did_you_mean_offers_whole_words(typed: str, term: str) -> None:
    """The stretch that was matched is widened to the words it stands in."""
    shelf = Shelf({FIRST: ["推动数字经济治理。", "培育数字工匠。", "汇聚领军人才。"]})
    assert shelf.search(typed).did_you_mean == term


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("量子补贴", {"补贴"}),  # held, so nothing like it; 量子 is like nothing
        ("人共智能补贴", {"智能", "补贴", "人工"}),  # 人工 sounds the same
        ("紫薇云仓", set()),  # 云南 and 仓储 share a character, and that is all
        ("今天天气怎么样", set()),
        ("投放监管服务平台", {"投放"}),  # the library has 投放管理: too many slips
    ],
)
def test_only_what_is_clearly_like_the_query_is_offered(typed: str, terms: set[str]) -> None:
    """Whole words of the library: the query's own, the same sound, or one slip in three characters."""
    shelf = Shelf({FIRST: ["发放补贴。", "发展人工智能。", "云南的仓储。", "投放管理责任人。", "光子亭子。"]})
    found = shelf.search(typed)
    assert not found.answered
    assert set(found.suggestions) <= terms | {"人工智能"}
    assert terms <= set(found.suggestions)


@pytest.mark.parametrize("typed", ["六张网", "放管服"])
def test_did_you_mean_is_no_piece_that_only_shares_characters(typed: str) -> None:
    """A stretch that is widened to whole words must be like the query as it is then."""
    shelf = Shelf({FIRST: ["张网捕捞或者张网。", "垃圾投放管理责任人。"]})
    assert shelf.search(typed).did_you_mean is None


@pytest.mark.parametrize("typed", ["数字工匠 火锅", "数字工匠 领军"])
def test_did_you_mean_is_nothing_that_was_typed_as_it_stands(typed: str) -> None:
    """What stands in the query needs no guess."""
    shelf = Shelf({FIRST: ["培育数字工匠。", "汇聚领军人才。"]})
    assert shelf.search(typed).did_you_mean is None


def test_several_phrases_that_all_stand_are_exact() -> None:
    """Each is marked; where one is missing, what comes near is called near."""
    shelf = Shelf({FIRST: ["青年“双创”英才和“数字工匠”。", "培育数字工匠。"]})
    (found,) = shelf.search("“数字工匠” “双创”").matches
    said = [found.section.text[start:end] for start, end in found.spans]
    assert (found.matched, said) == ("exact", ["双创", "数字工匠"])
    missed = shelf.search("“数字工匠” “三创”")
    assert missed.phrase_missed
    assert all(match.matched != "exact" for match in missed.matches)


def test_letters_are_no_initials_across_a_mark() -> None:
    """Ppt is not 品牌，推动 with a comma inside."""
    assert not Shelf({FIRST: ["做强品牌，推动转型。"]}).search("ppt").answered


@pytest.mark.parametrize("typed", ["什么是数字经济", "数字经济是指什么？", "数字经济的定义"])
def test_a_question_for_a_meaning_finds_the_definition(typed: str) -> None:
    """The section that says what the term means goes before those that only use it."""
    shelf = Shelf(
        {
            FIRST: [
                "数字经济投资基金支持数字经济项目。",
                "（一）数字经济指标；",
                "本条例所称数字经济，是指以数据资源为关键要素的经济形态。",
            ]
        }
    )
    assert shelf.first(typed) == "first-3"


def test_a_count_that_is_cut_short_says_so() -> None:
    """A hundred passages are counted beyond those that are aligned; where there are more, that is told."""
    few = Shelf({FIRST: [f"发展数字经济第{at}项。" for at in range(20)]}).search("数字经济")
    many = Shelf({FIRST: [f"发展数字经济第{at}项。" for at in range(180)]}).search("数字经济")
    assert (len(few.matches), few.more) == (20, False)
    assert len(many.matches) < 180
    assert many.more
