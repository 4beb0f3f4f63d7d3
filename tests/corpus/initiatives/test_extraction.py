"""What is read out of an article as a named initiative, and where it stands."""

import pytest

from corpus.initiatives.extraction import extract
from corpus.vocabulary import Naming, Section


def read(*texts: str, title: str = "一篇文章", headings: tuple[str, ...] = ()) -> dict[str, Naming]:
    """Extract from paragraphs, by name."""
    sections = [Section("a", number, headings, text, 0) for number, text in enumerate(texts, start=1)]
    return {naming.name: naming for naming in extract(sections, title)}


def test_every_place_is_a_slice_that_names_it() -> None:
    """Places are offsets into the section with that number, quotation marks left out."""
    texts = ("培育一批实用型“数字工匠”。", "要建好梦想小镇，让数字工匠留下来。")
    named = read(*texts)
    slices = {texts[number - 1][start:end] for number, start, end in named["数字工匠"].occurrences}
    assert slices == {"数字工匠"}
    assert [place[0] for place in named["数字工匠"].occurrences] == [1, 2]


def test_names_come_in_order_of_their_first_mention() -> None:
    """The order is the reader's."""
    named = read("深入实施快递下乡工程，倡导“光盘行动”。", "建好梦想小镇。")
    assert list(named) == ["快递下乡工程", "光盘行动", "梦想小镇"]


def test_a_text_without_names_gives_none() -> None:
    """An ordinary sentence names no initiative."""
    assert read("今天下午三点开会，请带上材料。") == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("深入实施“浙商名家”战略。", "浙商名家"),
        ("推广“果沼畜”、“菜沼畜”等技术模式。", "菜沼畜"),
        ("按照“谁购买谁交回、谁销售谁收集”原则收费。", "谁购买谁交回、谁销售谁收集"),
        ("积极发展“区块链+”新业态。", "区块链+"),
        ("落实《生态文明体制改革总体方案》。", "生态文明体制改革总体方案"),
        ("为贯彻《关于打赢脱贫攻坚战三年行动的指导意见》。", "打赢脱贫攻坚战三年行动"),
        ("深入实施快递下乡工程，完善网络。", "快递下乡工程"),
        ("落实职业教育东西协作行动计划，办好民族班。", "职业教育东西协作行动计划"),
        ("充分发挥杭州、宁波和温州国家自主创新示范区作用。", "国家自主创新示范区"),
        ("启动实施中国特色高水平学校和专业建设计划，分批建设。", "中国特色高水平学校和专业建设计划"),
        ("深入实施大气、水、土壤污染防治行动计划。", "大气、水、土壤污染防治行动计划"),
        ("实施三年百万青年见习计划；扩大范围。", "三年百万青年见习计划"),
        ("建立国家技术技能大师库，鼓励大师带徒。", "国家技术技能大师库"),
        ("全面推行环境污染责任保险。", "环境污染责任保险"),
        ("创建绿色商场，培育主体。", "绿色商场"),
        ("按照绿色矿山建设要求开采。", "绿色矿山"),
        ("采用政府与社会资本联合开发（PPP）等方式。", "政府与社会资本联合开发"),
        ("对接乡村振兴，服务大局。", "乡村振兴"),
    ],
)
def test_a_name_is_read_out_by_its_form(text: str, name: str) -> None:
    """Quotes, titles, heads with the right company, acronyms and standing names each give a name away."""
    assert name in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "引进领军人才“、两院”院士。",
        "做强“大数据”“人工智能”等产业。",
        "由注重“办”职业教育向“管理与服务”过渡。",
        "落实“科研人员在履行好岗位职责、完成本职工作的前提下，可以到企业兼职”的规定。",
        "制定年度抽查工作计划。",
        "打造一批示范基地和重大工程。",
        "健全固体废物统计制度。",
        "让国际知名数字经济平台企业落户。",
        "不断加强国防建设。",
        "聘请工程师，办理计划生育证明。",
    ],
)
def test_what_only_looks_like_a_name_is_left_out(text: str) -> None:
    """Artefacts, everyday words, citations, descriptions and other words are no initiatives."""
    assert read(text) == {}


def test_coordinated_names_are_completed() -> None:
    """A list of places with one head is a list of names; its last place includes the head."""
    text = "推进杭州城西、宁波甬江、G60 等创新走廊建设。"
    named = read(text)
    assert list(named) == ["杭州城西创新走廊", "宁波甬江创新走廊", "G60创新走廊"]
    _, start, end = named["G60创新走廊"].occurrences[0]
    assert text[start:end] == "G60 等创新走廊"


def test_a_series_of_one_making_is_a_series_of_names() -> None:
    """大湾区、大花园、大通道、大都市区 are four names."""
    assert list(read("支撑大湾区、大花园、大通道、大都市区的建设。")) == [
        "大湾区",
        "大花园",
        "大通道",
        "大都市区",
    ]


def test_variants_are_one_initiative() -> None:
    """Spaces, quotes, a tail and a short form of its own make no second name."""
    named = read(
        "深化落实 G20 杭州峰会成果，G20杭州峰会影响深远。",
        "启动“学历证书+技能证书”制度试点（以下称1+X证书制度试点）工作。",
        "搭建“1+N”的工业互联网平台体系。“放管服”改革有成效，深化放管服。",
    )
    assert list(named) == ["G20 杭州峰会", "1+X", "1+N", "放管服"]
    assert {"学历证书+技能证书", "1+X证书制度试点"} <= set(named["1+X"].aliases)
    assert "“1+N”的工业互联网平台体系" in named["1+N"].aliases
    assert len(named["放管服"].occurrences) == 2


def test_what_the_title_is_about_needs_a_definition_and_repetition() -> None:
    """消费扶贫 is read out of the title because the text defines it and goes on naming it."""
    texts = ("消费扶贫是一种扶贫方式。", *["要参与消费扶贫。"] * 4)
    title = "关于深入开展消费扶贫助力发展的指导意见"
    assert list(read(*texts, title=title)) == ["消费扶贫"]
    assert read(*texts[1:], *texts[1:], title=title) == {}


def test_a_weak_form_counts_once_it_recurs() -> None:
    """产教融合型企业 is a name where the article comes back to it."""
    once = "培育产教融合型企业。"
    assert read(once) == {}
    assert list(read(once, "建立产教融合型企业认证机制。")) == ["产教融合型企业"]


def test_headings_are_evidence_but_no_place() -> None:
    """A name that a heading gives away is found in the sections below it, and only there."""
    named = read("惠及全镇。古镇焕新计划惠及全县。", headings=("一、实施古镇焕新计划",))
    assert named["古镇焕新计划"].occurrences == ((1, 5, 11),)


def test_traditional_script_is_read_and_kept() -> None:
    """The rules hold in either script, and names are as the article prints them."""
    named = read("深入實施快遞下鄉工程，深化“放管服”改革，建好夢想小鎮。")
    assert list(named) == ["快遞下鄉工程", "放管服", "夢想小鎮"]
    assert named["夢想小鎮"].occurrences == ((1, 23, 27),)


def test_two_standing_initiatives_stay_two() -> None:
    """健康中国行动 is no mere variant of 健康中国, for both are known."""
    assert list(read("建设健康中国，实施健康中国行动。")) == ["健康中国", "健康中国行动"]


def test_plain_words_name_a_programme_only_if_they_say_which() -> None:
    """开发区创新提升工程 is one; 重大科技创新工程 could be any."""
    assert list(read("实施开发区创新提升工程。实施重大科技创新工程。")) == ["开发区创新提升工程"]


def test_reading_takes_time_in_proportion_to_the_text() -> None:
    """No text makes a pattern try every division: long lists and runs of marks are read at once."""
    for text in ("和及" * 600 + "等创新走廊", "（以下简称" * 2000, "“字”" * 3000, "1+X" * 1000):
        assert len(read(text)) <= 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("高水平建设大湾区，推动区域协调发展。高标准打造大湾区。", []),
        ("高水平建设长三角绿谷科技城。", ["长三角绿谷科技城"]),
        ("倡导光盘行动，反对浪费。", ["光盘行动"]),
        ("提出全球发展倡议、全球安全倡议。", ["全球发展倡议", "全球安全倡议"]),
        (
            "实施“百企千品”工程、凤凰计划、雏鹰计划和“瞪羚”计划。",
            ["百企千品", "凤凰计划", "雏鹰计划", "瞪羚"],
        ),
        ("打造未来社区、云栖小镇、蓝湾小镇等特色小镇。", ["云栖小镇", "蓝湾小镇"]),
    ],
)
def test_names_are_told_by_the_company_they_keep(text: str, names: list[str]) -> None:
    """How something is built is no part of its name; a list tells by its head or its quoted first what it holds."""
    assert list(read(text)) == names


def test_no_way_of_writing_holds_the_word_that_ends_a_list() -> None:
    """The last of a list is its own words with the head, not 温州环大罗山等科创走廊."""
    named = read("推进杭州城西、宁波甬江、温州环大罗山等科创走廊建设。")
    assert named["温州环大罗山科创走廊"].aliases == ("温州环大罗山",)


def test_a_name_in_a_sentence_is_not_another_name() -> None:
    """What ends in a name that stands far more often alone is that name; with a place or in a pair it is another."""
    texts = [
        "第三条 滨海自由贸易港由省管理。",
        *["滨海自由贸易港开放。", "滨海自由贸易港繁荣。", "滨海自由贸易港发展。"],
    ]
    named = read(*texts)
    assert list(named) == ["滨海自由贸易港"]
    assert len(named["滨海自由贸易港"].occurrences) == len(texts)
    assert "杭州滨海自由贸易港" in read("支持杭州滨海自由贸易港。", *texts[1:])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("他说“生态是永恒的经济”。", []),
        ("他说“从废墟中崛起”。", []),
        ("保障“独立、团结、平等、经济及教育”。", []),
        ("婚姻法第三条规定的“感情破裂多年”，是指下列情形。", []),
        ("树立“生态是永恒的经济”理念。", ["生态是永恒的经济"]),
        ("推行“先入区、后检测”。", ["先入区、后检测"]),
    ],
)
def test_a_quoted_sentence_is_no_name(text: str, names: list[str]) -> None:
    """Unless what follows makes it one; nor are the words of a law that another text explains."""
    assert list(read(text)) == names
