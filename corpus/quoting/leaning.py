"""Signs that a sentence leans on its neighbours, or points at something outside itself."""

from __future__ import annotations

import re

LEANING = re.compile(
    r"""[“‘「『《]?(?:
    # a connective that carries on from what was said before
      同时|此外|另外|另一方面|除此|不仅如此|总之|综上|可见|因此|因而|所以|于是|从而|进而|然后|随后|接着|而
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
OUTSIDE = re.compile(
    r"如下|下列|以下[几各简]|上述|前述|[前上本]款|前条|本条(?![件例])|第[一二三四五六七八九十百\d]+[款项]"
    r"|第[一二三四五六七八九十百零〇\d]+条(?:[第之、和至所及或，。]|的?规定)"
    # a list that is announced and stands outside
    r"|(?:从|抓好|做好|围绕|突出|聚焦)[^，。；]{0,6}[一二三四五六七八九十几\d]+个(?:方面|重点|领域)"
    r"|(?:[见按照据]|依照)(?:附件|附表|[上下][表图])"
)
