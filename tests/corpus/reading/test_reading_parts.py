"""The small parts of the reader: decoding, joining, numbering, furniture, sentences, topics."""

from __future__ import annotations

import codecs

import pytest

from corpus.errors import ReadingError
from corpus.reading.formats.decoding import decode, printed
from corpus.reading.furniture import stripping
from corpus.reading.layout.columns import head, width
from corpus.reading.layout.joining import Spacing, join
from corpus.reading.layout.lines import lines
from corpus.reading.wording import sentences
from corpus.reading.wording.topic_phrases import is_topic
from corpus.text.numbering import marker, value


@pytest.mark.parametrize(
    "raw",
    [
        "数字经济".encode(),
        codecs.BOM_UTF8 + "数字经济".encode(),
        codecs.BOM_UTF16_LE + "数字经济".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "数字经济".encode("utf-16-be"),
        "数字经济，引领高质量发展。".encode("gb18030"),
    ],
)
def test_every_encoding_of_a_policy_desk_is_read(raw: bytes) -> None:
    """UTF-8 with and without a mark, UTF-16 and GB18030 all give the text, without the mark."""
    assert decode(raw, "a.txt").startswith("数字经济")


@pytest.mark.parametrize(
    "raw", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(500), b"\xd0\xcf\x11\xe0abc"]
)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    """Bytes that are no text are refused in one line that names the file and the next step."""
    with pytest.raises(ReadingError, match=r"^a\.txt: .*; .*save it"):
        decode(raw, "a.txt")


def test_zero_width_characters_are_not_printed() -> None:
    """Zero-width spaces, joiners and soft hyphens leave no mark on paper and none in the text."""
    assert printed("数\u200b字\ufeff经\u00ad济") == "数字经济"


def test_lines_know_where_they_stood() -> None:
    """A line has its indent in columns and the blank lines before it; a form feed begins a page."""
    first, second = lines("　　一\r\n\r\n\f二　\n")
    assert (first.text, first.indent, first.gap) == ("一", 4, 0)
    assert (second.text, second.gap, second.page) == ("二", 1, True)


@pytest.mark.parametrize(
    ("block", "joined"),
    [
        (["培育工业", "APP，"], "培育工业 APP，"),
        (["open", "source"], "open source"),
        (["well-", "known"], "well-known"),
        (["数字经", "济"], "数字经济"),
    ],
)
def test_a_space_comes_back_only_where_one_belongs(block: list[str], joined: str) -> None:
    """Between Latin words a space comes back, beside Chinese ones where the document sets it elsewhere."""
    assert join(block, Spacing(["推广工业 APP 应用", "well-known open source"])) == joined


def test_a_document_without_such_spaces_gets_none() -> None:
    """A document that writes 工业APP without a space gets none at a line's end."""
    assert join(["培育工业", "APP"], Spacing(["工业APP应用", "建设APP"])) == "培育工业APP"


@pytest.mark.parametrize(
    ("text", "family", "number"),
    [
        ("第十二章 附则", "chapter", 12),
        ("第一条 为了", "article", 1),
        ("第三条之一 经营者", "article", 3),
        ("二十三、保障措施", "comma", 23),
        ("（四）打通供应链条。", "bracket", 4),
        ("1.拓展两个市场。", "point", 1),
        ("（2）其他", "round", 2),
        ("③其他", "circle", 3),
        ("3.1 总体要求", "decimal", 3),
        ("第一，围绕", "ordinal", 1),
        ("一是创新", "count", 1),
        ("——经济运行", "dash", 0),
        ("• 一项", "bullet", 0),
    ],
)
def test_markers_are_known_by_family(text: str, family: str, number: int) -> None:
    """Each family of numbering is known by its form, and its number is read."""
    found = marker(text)
    assert found is not None
    assert (found.family, found.number) == (family, number)


@pytest.mark.parametrize(
    "text", ["依照第三条规定", "第三条、第四条", "第二章的规定", "1.2万亿元", "2.5%", "2018年"]
)
def test_a_reference_or_a_figure_is_no_marker(text: str) -> None:
    """A cross-reference, an amount and a year open with no marker."""
    assert marker(text) is None


def test_numerals_have_values() -> None:
    """Chinese and Arabic numerals are read alike."""
    assert [value(text) for text in ("十", "十二", "二十", "一百零三", "23", "２３")] == [
        10,
        12,
        20,
        103,
        23,
        23,
    ]


def test_page_numbers_and_running_heads_are_taken_out() -> None:
    """Page numbers and heads that repeat beside them go, and are kept as furniture; the text stays whole."""
    head = "题目题目题目题目"
    pages = f"{head}\n正文一\n正文二\n正文三\n正文四\n— 1 —\n{head}\n正文五\n正文六\n— 2 —\n{head}\n正文七"
    kept, dropped = stripping.strip(lines(pages))
    assert [line.text for line in kept][1:] == [f"正文{number}" for number in "一二三四五六七"]
    assert dropped == ("— 1 —", head, "— 2 —", head)


def test_numbers_of_a_table_are_no_pages() -> None:
    """Bare numbers close to each other belong to a table and stay."""
    assert stripping.strip(lines("题目\n项目\n1\n项目\n2\n项目\n3"))[1] == ()


def test_the_first_sentence_ends_outside_of_quotation_marks() -> None:
    """A full stop within quotation marks or brackets ends no sentence; a mark left open is ignored."""
    assert sentences.first("深化“一带一路。”合作。再创优势。") == "深化“一带一路。”合作。"
    assert sentences.first("深化“一带一路合作。再创优势。") == "深化“一带一路合作。"


@pytest.mark.parametrize("text", ["推进高水平创新载体建设。", "基本原则。", "多措并举，加强资源化利用。"])
def test_a_topic_names_what_follows(text: str) -> None:
    """A directive or a plain noun names a topic."""
    assert is_topic(text)


@pytest.mark.parametrize(
    "text", ["过去 40年是工业时代、信息时代的全球化大开放、大发展。", "我们要抓住机遇。", "这是关键。"]
)
def test_a_statement_is_no_topic(text: str) -> None:
    """A statement with 是, 我们 or 这 names no topic."""
    assert not is_topic(text)


def test_what_no_break_divides_stays_together() -> None:
    """A word, an opening mark with what it opens, and a Latin word between spaces stay together."""
    assert head("“数字”") == ("“数", "")
    assert head("革。改") == ("革", "。")
    assert head("了 DevOps 转型") == ("了 DevOps 转", "")
    assert (width("数字 A“"), width("数字 A“", "narrow"), width("数字 A“", "count")) == (8, 7, 5)


def test_a_running_head_cut_short_is_known_by_a_title_of_two_lines() -> None:
    """A running head that repeats the beginning of a title which took two lines is taken out."""
    head = "关于印发国家职业教育改革实施方案"
    one, two = (
        "\n".join(number + "正文" * 12 for number in numbers) for numbers in ("一二三四五", "六七八九")
    )
    pages = f"关于印发国家职业教育\n改革实施方案的通知\n{one}\n— 1 —\n{head}\n{two}"
    assert stripping.strip(lines(pages))[1] == ("— 1 —", head)
