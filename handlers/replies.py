"""Every sentence a user may read, in one catalogue. Another language is another `Replies(…)`."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

USAGES = MappingProxyType(
    {
        "search": (
            "/policy search 词语",
            "搜索",
            "查找原文，也可以直接写 /policy 词语；“引号”里的词语按原样查找",
        ),
        "articles": ("/policy articles", "目录", "列出库里的文章"),
        "show": ("/policy show 编号", "原文", "按编号显示一段原文"),
        "quote": ("/policy quote", "金句", "随机引一段"),
        "help": ("/policy help", "帮助", "显示这份说明"),
    }
)
MATCHED = MappingProxyType(
    {"exact": "与原文一致", "near": "近似匹配", "pinyin": "按拼音匹配", "alias": "按别名匹配"}
)


@dataclass(frozen=True, slots=True)
class Replies:
    """Templates for `str.format`, named for what they say; the defaults are in simplified Chinese."""

    # search
    found: str = "“{query}”：共 {total} 处，这里是第 {first} 至 {last} 处。"
    phrase_missed: str = "没有一字不差的“{query}”，以下是近似的段落。"
    nothing: str = "库里没有找到“{query}”。"
    did_you_mean: str = "您是不是要找：{words}"
    suggestions: str = "相近的词语：{words}"
    next_step: str = "可以换几个字再查，或用 /policy articles（目录）看看库里有哪些文章。"
    bad_filter: str = "这个查询条件读不懂：{hint}"
    clipped: str = "查询太长，只按前 {limit} 个字查找。"
    page_gone: str = "这一页已经没有内容了。"
    empty_library: str = "库里还没有文章。请管理员用 policy-bot import 导入。"

    # passages
    matched: Mapping[str, str] = field(default_factory=lambda: MATCHED)
    left_out: str = "（此句长 {length} 字，超过一条消息的容量；可用命令行 policy-bot show {code} 阅读全文）"
    shortened: str = "（此段共 {length} 字，以上为节选）"
    removed: str = "注意：这一段在新版本中已删除（{date}），以上是删除前的文字。"
    no_code: str = "没有编号为“{code}”的段落。编号形如 k7m2-9xqd，写在每段引文的出处后面。"
    code_wanted: str = "请写上编号，例如 /policy show k7m2-9xqd。编号写在每段引文的出处后面。"
    no_quote: str = "库里还没有适合引用的段落。"

    # articles
    listing: str = "库里共 {total} 篇文章，这里是第 {first} 至 {last} 篇。"
    listed: str = "{title}{by}，{sections} 段"
    by: str = "（{parts}）"

    # buttons
    share: str = "分享到频道"
    next: str = "下一页"
    previous: str = "上一页"

    # sharing
    shared_by: str = " 分享了一段原文："
    shared: str = "已分享到频道。"
    shared_before: str = "这段引文已经分享过了。"
    invite: str = "我还不在这个频道里，没法发消息。请先在频道里输入 /invite @policy，再点一次“分享到频道”。"
    share_refused: str = "Slack 没有接受这条消息（{error}），没有分享成功。"
    share_unclear: str = (
        "没有收到 Slack 的答复，不确定是否已经发出。请看一下频道；如果没有，请重新查询后再分享。"
    )
    stale: str = "这个按钮已经失效，请重新查询。"

    # help and errors
    help_title: str = "政策原文查询：逐字引用，注明出处"
    help_line: str = "（{alias}）：{what}"
    help_note: str = "回答只有您自己看得到，点“分享到频道”才会公开。引文与原文逐字一致，省略处以…标出。"
    mistyped: str = "没有“{word}”这个命令。您是不是要用 {name}（{alias}）？"
    mistyped_try: str = "可以试试："
    mistyped_search: str = "；如果就是要查这个词："
    failure: str = "抱歉，这一步出了错，原因已记入日志。请稍后再试。"

    usages: Mapping[str, tuple[str, str, str]] = field(default_factory=lambda: USAGES)
