"""Signs that a sentence leans on its neighbours, or points at something outside itself."""

from __future__ import annotations

import re

LEANING = re.compile(
    r"""[“‘「『《]?(?:
    # a connective that carries on from what was said before
      同时|此外|另[外一有据]|除此|还有一|再一[个点]|同理|同样|相应地?|一方面(?![^。]*另?一方面)|正因|不仅如此|总之|综上|可见|因此|因而|所以|于是|从而|进而|然后|随后|接着|而
    | 但(?!凡)|然而|不过|可是|却|只是|即便如此|尽管如此|反之|否则
    | 相反|况且|何况|甚至|换言之|也就是|特别是|尤其|与之
    | 并[且不将要对于与在由]|再[次者有]|[也还](?:[要应可有将须需是能在会]|必须|不)
    | 必要时|情况紧急时|逾期|具体(?!化)|对于?(?=[这此其该上])
    # who it is about stood before
    | (?:不|未|无|没有|符合|需要|确需|属于|发现|拟|具有|具备|拒不|有效期|期[满限])[^，。；]{1,30}的[，,]
    # a word that points back at something outside
    | 这|那(?!曲)|其|该|此|[为对因由据就与如在从至]此|他(?!山)|她|它|[前后两二三]者|上述|前述|以上(?!海)|如上
    # one item of a list whose others stand outside
    | 首先|最后[，,]|[一二三四五六七八九十](?:是|要(?![素点]))|第[一二三四五六七八九十]+[，、,:：是]
    | 例如|比如|又如|譬如|诸如|如[：:，,下]|包括|以下|下列
    )
    | [（(]?[一二三四五六七八九十百\d]+(?:[、）)]|[．.](?!\d)) | [①-⑳•·●■◆▪—*-]
    """,
    re.VERBOSE,
)
# a later item of a list, which is not quoted with the sentence before it: the other items would be missing
ITEM = re.compile(
    r"其[次二三]|[二三四五六七八九十](?:是|要(?![素点]))|第[二三四五六七八九十][，、,:：是]"
    r"|[（(]?[二三四五六七八九十\d]+(?:[、）)]|[．.](?!\d))|[①-⑳]"
)
# how the next sentence opens when it takes back part of this one
LIMITING = re.compile(r"但(?!凡)|然而|不过|可是|却|只是|前款")
# what a pointing word may mean is looked for in the first clause before it, and in so many characters
NEAR = 12
_CLAUSE = re.compile(r"[^，。；：！？]*")
# words that point wherever they stand, unless what they mean was said before
_POINTING = re.compile(
    r"""(?<![”》“])这|(?<![刹支])那(?=[些样个种么时里边一两几位项次])|如此|(?<![彼如因])此[次项类种时处刻]
    | [在由以就对据为与除自从]此(?!外)|(?<!与)同样的|[前后]者(?!述)|[上前](?:面|文)(?=[所提说讲谈这已的])
    | 以上(?=[几所这分措情要任]|规定) | 第[一二三四五六七八九十两]+[种点步](?!式)
    """,
    re.VERBOSE,
)
# words for somebody or something, with no room before them for a name
_PRONOUN = re.compile(
    r"[^，、及和与]{0,5}(?:[他她它]们|(?<!其)它|(?<!其)他(?![山人乡国律日方处杀])|她|(?<![应本活])该(?=[省市县区厂校院公项类地国案法产企机单部]))"
    r"|[要应当须可会能]{0,2}[对由将使让把为从在因以按凭给向]其(?![他它实])"
    r"|(?:我们|咱们|各地|大家)[和与同跟]"
)
_DOCUMENT = (
    r"(?:法(?![院治制律学人定会]|规(?!定))|(?:实施)?(?:条例|办法|规定|细则)|规则|规程|准则|规划|纲要|方案|预案|意见|决定"
    r"|决议|通知|通告|公告|解释|章程?|节|公约|标准|目录|指南|(?:行动)?计划|制度|宪法|文件?|报告|协议|合同|批复|编|书)"
)
_OWN = re.compile(
    rf"(?<![基根资成版样文日标课书账原剧范副正脚刻抄译])本(?:{_DOCUMENT}|[次届期](?!限)|报(?=记)|刊|例(?=规))"
    r"|参照[^，。；]{0,12}相应"
)


def points_back(text: str) -> bool:
    """Whether the opening points at something that stands before the text, or the text at its own document."""
    clause = _CLAUSE.match(text)
    opening = text[: max(NEAR, clause.end() if clause else 0)]
    return bool(_POINTING.search(opening) or _PRONOUN.match(text) or _OWN.search(text))


OUTSIDE = re.compile(
    r"如下|下列|以下[几各简]|上述|前述|[前上本]款|前条|本条(?![件例])|第[一二三四五六七八九十百\d]+[款项]"
    r"|第[一二三四五六七八九十百零〇\d]+条(?:[第之、和至所及或，。]|的?规定)"
    # a list that is announced and stands outside
    r"|(?:从|抓好|做好|围绕|突出|聚焦)[^，。；]{0,6}[一二三四五六七八九十几\d]+个(?:方面|重点|领域)"
    r"|(?:[见按照据]|依照)(?:附件|附表|[上下][表图])"
)
