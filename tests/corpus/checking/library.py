"""A small library for checks: two articles that stand, and an earlier wording of one."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.intake.importing import import_paths
from corpus.checking.claims import Claim
from db.store import Store
from handlers.checking import Checking
from tests.conftest import NOW

if TYPE_CHECKING:
    from corpus.checking.verdicts import Checked

TEXT = """第一条 市民可以在东湖游泳。但是，大风天气除外。
第二条 管理单位应当配备三名救生员，并公布开放时间。
第三条 未经许可，任何单位和个人不得在湖边设置摊位。
第四条 管理单位原则上每日巡查两次，每次不少于30分钟。
第五条 门票收入用于湖区的保洁、绿化、救护和设施维修。
第六条 除法定节假日外，每周一闭园保养。
第七条 湖区实行实名预约。预约可以在网上办理。游客应当爱护花草树木和公共设施。"""
EARLIER = TEXT.replace("三名救生员", "两名救生员")
OTHER = """第一条 本市鼓励企业参与公园的建设和养护。
第二条 公园管理机构应当制定应急预案，并每年演练一次。"""


@cache
def checking() -> Checking:
    """Return a checker over the small library, imported as a user imports it."""
    folder = Path(tempfile.mkdtemp())
    store = Store(str(folder / "library.db"))
    for name, title, text in (  # the second lake is the newest version of the first
        ("lake", "东湖游泳管理办法", EARLIER),
        ("lake", "东湖游泳管理办法", TEXT),
        ("park", "城市公园条例", OTHER),
    ):
        path = folder / f"{name}.txt"
        path.write_text(f"{title}\n\n{text}\n", encoding="utf-8")
        list(import_paths(store, [path], {}, NOW.isoformat))
    return Checking(store)


def checked(quote: str, title: str | None = None) -> Checked:
    """Check a quotation against the small library."""
    return checking().check(quote, Claim(title))
