"""Sentences that any office could have written: formulas of law and of speech, labels, sanctions, figures."""

from __future__ import annotations

import re

MOST_FIGURES = 3  # numbers in digits; more of them are a table read aloud
A_FIGURE = 20  # characters of text for each

_LAW = r"(?:条例|办法|规定|规则|细则|决定|法)"
FORMULA = re.compile(
    r"自.{0,14}起(?:施行|实施|执行|生效)|负责解释|同时废止|特此|印发给你们|请认真贯彻|请结合实际"
    # what a law says of itself
    rf"|适用本{_LAW}|遵守本{_LAW}[。；]|(?:按照|依照|参照)本{_LAW}.{{0,10}}(?:执行|办理)|制定本{_LAW}|本{_LAW}(?:所称|下称|未作|没有规定|适用于|[公颁]布[前后]|施行[前后])|从其规定|另行(?:制定|规定|公布)"
    r"|(?:办法|标准|范围|目录|名录|细则|程序|期限|方案).{0,6}由.{2,60}(?:制定|规定|确定|公布)[。；]"
    r"|(?:按照|依照|参照|执行).{0,24}规定(?:进行|予以)?(?:执行|办理|处理|处罚)[。；]"
    # what a speaker says to the hall
    r"|各位(?:代表|委员|同志|来宾)|同志们|我代表|请予审议|现在.{0,12}报告"
    r"|(?:致以|表示)(?:最|以)?(?:衷心|崇高|诚挚|亲切|热烈|由衷|真诚)"
)
SANCTION = re.compile(
    r"罚款|没收|刑事责任|治安管理处罚|责令.{0,10}(?:改正|停止|恢复|拆除|退还|补办|停业)"
    r"|(?:给予|予以).{0,12}(?:处分|处罚)|吊销"
)
LABEL = re.compile(
    r"[（(]?(?:来源|作者|责任编辑|编辑|记者|注|附件?|抄送|联系人|(?:联系)?电话|邮箱|地址|摘要|关键词|图|表)"
    r"\s*[\d一二三四五六七八九]*[：:]"
    r"|[^，。；：:“”《》（）]{1,16}[：:]"  # a term and what it means, a speaker and what was said
)
_FIGURE = re.compile(r"\d+(?:[.,，．]\d+)*")


def is_formula(text: str) -> bool:
    """Whether a formula or a sanction stands in the text, or a label opens it."""
    return bool(FORMULA.search(text) or SANCTION.search(text) or LABEL.match(text))


def is_figures(text: str) -> bool:
    """Whether the text is a row of numbers with some words between."""
    return len(_FIGURE.findall(text)) > min(MOST_FIGURES, len(text) // A_FIGURE)
