"""What takes back part of a quotation, in its own paragraph and in those that follow."""

from __future__ import annotations

import pytest

from corpus.quoting.limits import OPENING, bearing, limiting, limits_behind, limits_in_place
from corpus.vocabulary import Section

RULE = "第九条 市民可以在下列水域垂钓："
ITEMS = ["（一）东湖；", "（二）西湖南岸。"]
ALLOWED = "市民可以在东湖游泳。"


@pytest.mark.parametrize(
    "following",
    [
        "但是，禁渔期内一律禁止。",
        "然而大风天气不开放。",
        "只有持证的居民才能下水。",
        "不得夜间游泳。",
        "禁止夜间游泳。",
        "有下列情形之一的，禁止游泳：",
        "具有下列情形之一的人员不得游泳：",
        "前款规定不适用于大风天气。",
        "前款规定的区域，船只通行时不得游泳。",
        "本条规定不适用于未成年人。",
        "第十条 前条规定不适用于大风天气。",
        "大风天气不适用前款规定。",
        "患有疾病的，不受前款规定的保护。",
        "未成年人除外。",
    ],
)
def test_the_usual_openings_limit_the_paragraph_before(following: str) -> None:
    """Each of them takes back part of what stands right before it."""
    assert limiting(ALLOWED, [following]) == 0


@pytest.mark.parametrize(
    "following",
    [
        "但凡来者皆可入内。",
        "前款所称东湖，是指环湖路以内的水域，不包括码头。",
        "第十条 本条规定不适用于西湖。",
        "第十条 禁止在西湖游泳。",
        "前款规定的区域由区人民政府公布。",
        "前款规定的区域可以设置更衣室。",
        "（二）不得携带宠物；",
        "管理单位应当配备救生员。",
        "有下列情形之一的，可以免费入场：",
        "禁止游泳的水域由区人民政府公布。",
        "前款水域包括湖心岛。",
        "管理单位应当收取押金，但未成年人除外。",
    ],
)
def test_what_follows_and_says_something_else_limits_nothing(following: str) -> None:
    """Rules, definitions and items of their own, and what is allowed besides, take nothing back."""
    assert limiting(ALLOWED, [following]) is None


def test_what_may_be_done_limits_what_is_forbidden() -> None:
    """前款…可以 takes back part of a prohibition."""
    assert limiting("不得在东湖游泳。", ["前款规定的区域，经批准可以举办比赛。"]) == 0


def test_a_ban_behind_a_ban_is_another_one() -> None:
    """禁止 limits what is allowed, and nothing that is forbidden already."""
    assert limiting("不得在东湖游泳。", ["禁止在东湖垂钓。"]) is None
    assert limiting(ALLOWED, ["禁止在东湖垂钓。"]) == 0


def test_a_limit_reaches_as_far_as_it_says() -> None:
    """前两款 reaches over one paragraph, 前款 does not; 本条 to the end of the clause, 前条 to the next clause."""
    other = "管理单位应当配备救生员。"
    assert limiting(ALLOWED, [other, "前两款规定不适用于大风天气。"]) == 1
    assert limiting(ALLOWED, [other, "前款规定不适用于大风天气。"]) is None
    assert limiting(ALLOWED, [other, "但是大风天气除外。"]) is None
    assert limiting(ALLOWED, [other, other, "本条规定不适用于大风天气。"]) == 2
    assert limiting(ALLOWED, ["第十条 " + other, "第十一条 前条规定不适用于大风天气。"]) is None
    assert limiting(ALLOWED, ["第十条 " + other, "第十一条 前两条规定不适用于大风天气。"]) == 1
    assert limiting(ALLOWED, ["第十条 " + other, "前款规定不适用于大风天气。"]) is None


def test_what_limits_the_end_alone_needs_the_end() -> None:
    """但是 limits the last sentence; 前款 all of the paragraph, so also what is quoted from its beginning."""
    assert limiting(ALLOWED, ["但是大风天气除外。"], whole=False) is None
    assert limiting(ALLOWED, ["前款规定不适用于大风天气。"], whole=False) == 0


def sections(*texts: str) -> list[Section]:
    """Make sections of one article."""
    return [Section("a", number, (), text, 0, code=f"a-{number}") for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize("limit", ["但是，禁渔期内一律禁止。", "前款所列水域，由区人民政府公布。"])
def test_a_lead_and_its_items_belong_together(limit: str) -> None:
    """The lead tells that its list follows, an item what leads it, and both what limits the list behind it."""
    lead, first, last, behind = sections(RULE, *ITEMS, limit)
    found = bearing(lead, (), (first, last, behind), whole=True)
    assert (found.led_by, found.followed_by, found.limited_by) == (None, first, behind)
    found = bearing(last, (first, lead), (behind,), whole=True)
    assert (found.led_by, found.followed_by, found.limited_by) == (lead, None, behind)


def test_an_item_that_leads_a_list_leads_only_that() -> None:
    """（一）…： over 1. and 2. is their lead, and not that of （二）; an item without a lead has none."""
    lead, one, inner, two = sections(RULE, "（一）下列湖泊：", "1.东湖；", "（二）运河。")
    assert bearing(inner, (one, lead), (two,), whole=True).led_by == one
    assert bearing(two, (inner, one, lead), (), whole=True).led_by == lead
    plain, item = sections("市民可以垂钓。", "（一）东湖。")
    assert bearing(item, (plain,), (), whole=True).led_by is None


@pytest.mark.parametrize(
    ("text", "quoted", "limits"),
    [
        ("车辆可以进入园区，但夜间不得超车。", "车辆可以进入园区，", True),
        ("车辆可以进入园区，货车除外。", "车辆可以进入园区，", True),
        ("车辆可以进入园区，并停放一天。", "车辆可以进入园区，", False),
        ("车辆可以进入园区。但夜间除外。", "车辆可以进入园区。", True),
        ("车辆可以进入园区。园区内设有两处公共停车场，但不收费。", "车辆可以进入园区。", False),
        ("车辆可以进入园区。", "车辆可以进入园区。", False),
    ],
)
def test_what_is_cut_off_is_looked_at_for_limits(text: str, quoted: str, *, limits: bool) -> None:
    """The rest of the sentence that is cut, or the sentence after it; a later one is of its own."""
    assert limits_behind(text, len(quoted)) is limits


@pytest.mark.parametrize(
    "before", ["", "凡", "市民进入园区时", "游客市民进入园区的时候再", "游客和市民进入园区的时候再"]
)
def test_a_word_that_holds_a_contrast_limits_nothing(before: str) -> None:
    """但凡 takes nothing back, as the next sentence no more than as the next paragraph, wherever the look ends."""
    sentence = f"{before}但凡来者皆可入内。"
    assert not limits_in_place(ALLOWED + sentence, (len(ALLOWED), len(ALLOWED + sentence)))
    assert limiting(ALLOWED, [sentence]) is None


@pytest.mark.parametrize("before", ["游客", "市民进入园区时，一律"])
def test_a_contrast_is_looked_for_early_in_the_next_sentence(before: str) -> None:
    """但 limits as far as it ends within the opening; farther on it limits its own sentence."""
    for room, limits in ((OPENING - 1, True), (OPENING, False)):
        sentence = f"{before}{'准' * (room - len(before))}但限期离开。"
        assert limits_in_place(ALLOWED + sentence, (len(ALLOWED), len(ALLOWED + sentence))) is limits
