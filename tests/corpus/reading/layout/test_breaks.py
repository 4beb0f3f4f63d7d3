"""Where paragraphs end: the room left on a line, indents, blank lines and wording, voted over the text."""

from __future__ import annotations

import textwrap

import pytest

from corpus.reading import bundled, files
from corpus.reading.layout.breaks import choose
from corpus.reading.layout.joining import Spacing
from corpus.reading.layout.lines import lines
from corpus.reading.structure.outlines import outline, pieces
from tests.corpus.reading.makers import page

FIRST = (
    "数字经济是继农业经济、工业经济之后的主要经济形态，是以数据资源为关键要素，以现代信息网络为主要载体的新形态。"
    "它的发展速度之快、辐射范围之广、影响程度之深前所未有，正推动生产方式、生活方式和治理方式深刻变革。"
)
PARAGRAPHS = [
    FIRST,
    "发展数字经济是把握新一轮科技革命和产业变革新机遇的战略选择。",
    "各地区各部门要结合实际，抓紧制定具体措施，明确责任分工，确保各项任务落到实处、取得实效，重大情况及时报告。",
    "要加强跟踪评估。",
    "对工作中出现的新情况、新问题要深入研究，不断完善政策举措，营造鼓励创新、宽容失败、开放包容的发展环境氛围。",
]


@pytest.mark.parametrize("columns", [40, 56, 66, 76, 90])
@pytest.mark.parametrize(
    ("indent", "lost", "blank"), [("　　", 0, ""), ("", 4, "\n"), ("", 0, "\n"), ("", 0, "")]
)
def test_paragraphs_come_back_whole(columns: int, indent: str, lost: int, blank: str) -> None:
    """Paragraphs come back whole at any width, with indents kept, stripped or never set."""
    text = page(PARAGRAPHS, columns, indent=indent, lost=lost, blank=blank)
    assert [piece.text for piece in pieces(lines(text))] == PARAGRAPHS


def test_the_margin_is_found_by_vote() -> None:
    """The wrap width, the stripped indent and the blank line after each line are read off the text."""
    layout = choose(lines(page(PARAGRAPHS * 2, 66, lost=4)))
    assert (layout.margin, layout.lost, layout.gap) == (66, 4, 1)


def test_one_line_a_paragraph_is_no_wrapping() -> None:
    """A text with one line a paragraph has no margin, and every line is a block."""
    text = "\n".join(PARAGRAPHS)
    assert choose(lines(text)).margin is None
    assert [piece.text for piece in pieces(lines(text))] == PARAGRAPHS


def test_blank_lines_part_paragraphs_where_only_paragraphs_have_them() -> None:
    """Where blank lines stand between paragraphs only, a full last line is no riddle."""
    full = [text[:25] + "\n" + text[25:49] + "。\n" for text in (PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[4])]
    assert len(pieces(lines("\n".join(full)))) == 3


def test_a_hidden_end_is_reported() -> None:
    """Where a full last line may hide an end, the certainty says so, and says why."""
    whole = "甲" * 39 + "。"
    text = page([*PARAGRAPHS, whole, PARAGRAPHS[2]], 80)
    doubtful = [piece for piece in pieces(lines(text)) if piece.certainty < 0.9]
    assert doubtful
    assert all("full line" in piece.doubt for piece in doubtful)


@pytest.mark.parametrize("characters", range(20, 81, 6))
def test_the_seed_reads_the_same_at_any_width(characters: int) -> None:
    """The bundled article, set anew with indents, reads as its own layout does, or says where it is unsure."""
    seen = next(files.read(bundled.path() / "digital-economy.txt")).outline
    again = outline(page([part.text for part in seen.parts], 2 * characters, indent="　　"))
    texts = [(block.kind, block.text, block.run_in) for block in seen.blocks]
    assert (again.title, again.author, again.lead) == (seen.title, seen.author, seen.lead)
    assert [(block.kind, block.text, block.run_in) for block in again.blocks] == texts


def test_a_heading_that_fills_its_line_is_told_by_its_siblings() -> None:
    """A numbered heading as long as its line is taken from the text below where its siblings stand alone."""
    heading = "（三）" + "推" * 16 + "。"
    paragraphs = [
        "（一）健全制度框架。",
        PARAGRAPHS[0],
        "（二）提高发展水平。",
        PARAGRAPHS[2],
        heading,
        PARAGRAPHS[4],
    ]
    seen = outline("题目\n\n" + page(paragraphs, 40))
    assert [block.text for block in seen.blocks if block.kind == "heading"] == [
        paragraphs[0],
        paragraphs[2],
        heading,
    ]
    assert all(block.doubt for block in seen.blocks if block.text == heading)


def test_a_latin_word_that_full_lines_divide_is_put_together() -> None:
    """Where every line is full to the margin and breaks words anywhere, no space comes into a word."""
    said = "平台采用OpenStack技术，由Kubernetes统一调度，并通过Prometheus监测运行情况，形成完整的闭环管理。"
    text = (said * 6)[:-1] + "。"
    lines = [text[place : place + 23] for place in range(0, len(text), 23)]
    seen = outline("\n".join(["云平台建设情况", *lines]))
    assert seen.blocks[0].text == text


def test_latin_words_that_lines_keep_whole_are_parted_by_a_space() -> None:
    """Where lines end short before a Latin word, the words on either side of a break are two."""
    said = "we build open source tools for everyone and share them with all who need them today, "
    wrapped = textwrap.wrap(said * 6, 40)
    seen = outline("\n".join(["Open source at work", *wrapped[:-1], wrapped[-1].rstrip(", ") + "."]))
    assert seen.blocks[0].text == (said * 6).rstrip(", ") + "."


def test_a_straight_quote_and_a_year_behind_a_comma_keep_their_space() -> None:
    """An opening straight quote has its space before it, a closing one none; 21, 2018 is no thousand."""
    spacing = Spacing(['he said "so" and 1,000 more, 2,000 in all'])
    assert spacing.between('he said "so" to', '"us" too') == " "
    assert spacing.between('he said "so', '" to us') == ""
    assert spacing.between("June 21,", "2018") == " "
    assert spacing.between("some 21,", "000 of them") == ""


def test_bodies_that_issue_together_keep_the_space_between_them() -> None:
    """A space that the document sets between two Chinese words elsewhere comes back at a line's end too."""
    spacing = Spacing(["根据《中共中央 国务院关于开展工作的意见》，科技部 财政部联合印发。"])
    assert spacing.between("由财政部", "科技部负责") == ""
    assert spacing.between("科技部", "财政部负责") == " "
    assert Spacing([]).between("依据《中共中央", "国务院关于工作的意见》") == " "


def test_a_space_that_stands_at_a_line_end_is_kept() -> None:
    """A space that the source has where a line ends between a Chinese word and a Latin one comes back."""
    body = "".join(page([text], 40, blank="") for text in PARAGRAPHS)
    text = f"题目\n{body}{'建设杭州城西和宁波甬江两条创新走廊，打造'[:17]}G60 \n创新走廊，今后40年要继续。\n"
    assert "G60 创新走廊" in outline(text).blocks[-1].text


def test_a_document_at_odds_with_itself_over_a_space_says_so() -> None:
    """A space at a full line's end is unsure where the document sets one behind G60 now and then only."""
    assert Spacing(["打造G60 走廊，建设G20峰会城市，推进G60 城市与G20各国合作"]).is_unsure(
        "建设G60", "等城市"
    )
    assert not Spacing(["打造G60 走廊，今后40年，过去40年，40个"]).is_unsure("今后40", "个城市")


def test_a_lead_that_fills_its_line_is_told_by_the_sentence_that_repeats_it() -> None:
    """A lead without a mark that fills its last line is parted from the text where the text repeats it."""
    lead = "大力发展以信息化驱动的数字经济是推进经济高质量发展的必然选择和今后一个时期基本路径"[:40]
    paragraphs = [f"从世界经济发展的规律来看，各国都在加快布局。{lead}。", *PARAGRAPHS]
    seen = outline("数字经济引领发展\n兰建平\n" + page([lead, *paragraphs], 40, blank=""))
    assert (seen.lead, [block.text for block in seen.blocks]) == (lead, paragraphs)
    assert all(part.doubt for part in seen.parts if part.kind == "lead")
