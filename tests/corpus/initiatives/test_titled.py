"""Names in titles that a text cites, and in its own."""

from __future__ import annotations

import pytest

from corpus.initiatives.titled import AGAIN, titled, topics


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("落实《生态文明体制改革总体方案》。", "生态文明体制改革总体方案", ()),
        ("落实〈产业发展规划〉。", "产业发展规划", ()),
        ("落实《产业发展规划（2018—2022年）》。", "产业发展规划", ()),
        ("《关于打赢脱贫攻坚战三年行动的指导意见》", "打赢脱贫攻坚战三年行动", ("脱贫攻坚战三年行动",)),
        ("《关于印发打赢脱贫攻坚战行动纲要的通知》", "打赢脱贫攻坚战行动纲要", ()),
        ("《关于印发职业教育改革方案的通知》", "职业教育改革方案", ()),
    ],
)
def test_the_title_of_a_plan_and_the_matter_of_a_paper_are_names(
    text: str, name: str, aliases: tuple[str, ...]
) -> None:
    """Years behind a title are no part of it, and what a paper is about is named without the paper's kind."""
    (found,) = titled(text)
    assert (found.name, found.aliases) == (name, aliases)
    assert text[found.start : found.end] == name


@pytest.mark.parametrize("text", ["《关于加强安全的通知》", "读《红楼梦》。", "《方案》", "落实总体方案。"])
def test_other_titles_name_no_initiative(text: str) -> None:
    """A book, a notice about everyday work and a bare kind of document are none."""
    assert list(titled(text)) == []


@pytest.mark.parametrize(
    ("title", "times", "names"),
    [
        ("关于深入开展消费扶贫的指导意见", AGAIN, ["消费扶贫"]),
        ("关于深入开展消费扶贫的指导意见", AGAIN - 1, []),
        ("关于加强人工智能的意见", AGAIN, []),
        ("国家扶贫", AGAIN, []),
    ],
)
def test_what_a_title_is_about_is_defined_and_said_again_and_again(
    title: str, times: int, names: list[str]
) -> None:
    """A field of technology is none however often it is said, nor what begins with a country."""
    for part in ("消费扶贫", "人工智能", "国家扶贫"):
        if part in title:
            text = f"{part}是一种方式。" + f"要参与{part}。" * (times - 1)
            assert [one.name for one in topics(title, text)] == names
