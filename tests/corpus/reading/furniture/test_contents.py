"""Tables of contents: known by leaders, by their heading, and by entries that come again below."""

from __future__ import annotations

import pytest

from corpus.reading.furniture import contents

BODY = "各地各部门要结合实际认真抓好贯彻落实。"
LISTED = {
    "leaders": ("目　录\n一、基础………………1\n二、要求………………5\n一、基础\n" + BODY, {0, 1, 2}),
    "dots and a bracket": ("一、基础......（1）\n二、要求......（5）\n" + BODY, {0, 1}),
    "a heading": (f"目录\n总则\n附则\n总则\n{BODY}\n附则\n{BODY}", {0, 1, 2}),
    "page numbers behind a blank": (f"目 次\n总则 1\n附则 12\n总则\n{BODY}\n附则\n{BODY}", {0, 1, 2}),
    "an entry of two lines": (
        f"目录\n关于数字\n经济的总则\n附则\n关于数字经济的总则\n{BODY}\n附则\n{BODY}",
        {0, 1, 2, 3},
    ),
    "chapters without a heading": (
        f"第一章 总则\n第二章 任务\n第三章 附则\n第一章 总则\n{BODY}\n第二章 任务\n{BODY}\n第三章 附则\n{BODY}",
        {0, 1, 2},
    ),
}
TEXT = {
    "one leader": f"一、基础………………1\n{BODY}",
    "a heading without entries": f"目录\n{BODY}\n{BODY}",
    "entries that do not come again": f"目录\n总则\n附则\n{BODY}",
    "like parts with their text": "一、主\n第一编 主主\n业业。\n第二编 主\n业业。\n第三编 主\n" * 2,
    "two chapters": f"第一章 总则\n第二章 附则\n第一章 总则\n{BODY}\n第二章 附则\n{BODY}",
}


@pytest.mark.parametrize("name", LISTED)
def test_contents_are_found_whole(name: str) -> None:
    """The heading and every entry are contents, and no line below them is."""
    text, places = LISTED[name]
    assert contents.places(text.split("\n")) == places


@pytest.mark.parametrize("name", TEXT)
def test_what_only_looks_like_contents_stays(name: str) -> None:
    """Dots once, a word 目录, or a few names that nothing repeats are text."""
    assert contents.places(TEXT[name].split("\n")) == set()
