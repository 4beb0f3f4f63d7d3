"""Every sentence a user may read, in one catalogue; the process has one, CATALOGUE. Another language is another one."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from handlers.replies_daily import DailyReplies

if TYPE_CHECKING:
    from collections.abc import Mapping

MATCHED = MappingProxyType(
    {"exact": "精确", "near": "近似", "pinyin": "拼音", "alias": "简称", "heading": "标题"}
)
LACKING = MappingProxyType(
    {
        "name": "没有讲{names}的段落；相近的段落讲的是别处或别的文件，所以没有引用。",
        "document": "库里没有《{first}》这份文件；别的文件里的段落没有引用。",
        "namesakes": "叫“{first}”的文件不止一份，请写全标题。",
        "clause": "库里有《{first}》，但没有找到其中的{last}。",
        "clauses": "《{first}》共 {second} 条，没有{last}。",
        "last": "库里的《{first}》到{second}为止，没有{last}。",
        "inside": "库里有《{first}》，其中没有找到讲“{last}”的段落。",
        "together": "没有找到同时讲{names}的段落；只讲其中一样的没有引用。",
        "year": "库里没有{first}的工作报告，有{others}的。",
        "place": "库里没有{first}的工作报告，有{others}等地的。",
    }
)

MODES = MappingProxyType(
    {
        "on": "打开，卡片发在消息的话题里",
        "reaction": "只加一个表情",
        "private": "卡片只给发消息的人看",
        "off": "关闭",
    }
)


@dataclass(frozen=True, slots=True)
class Replies:
    """Templates for `str.format`, named for what they say; the defaults are in simplified Chinese."""

    daily: DailyReplies = field(default_factory=DailyReplies)

    # search
    found: str = "“{query}”：共 {total} 处，这里是第 {first} 至 {last} 处。"
    found_more: str = "“{query}”：{total} 处以上，这里是第 {first} 至 {last} 处。"
    found_one: str = "“{query}”：找到 1 处。"
    phrase_missed: str = "没有一字不差的“{query}”，以下是近似的段落。"
    other_words: str = "没有一字不差的“{query}”，找到的是“{words}”。"
    nothing: str = "库里没有找到“{query}”。"
    lacking: Mapping[str, str] = field(default_factory=lambda: LACKING)
    lacking_and: tuple[str, str] = ("、", "和")
    quoted: str = "“{name}”"
    side_lacking: str = "“{side}”一边没有找到答案。{why}"
    did_you_mean: str = "您是不是要找：{words}"
    suggestions: str = "相近的词语：{words}"
    next_step: str = "可以换几个字再查，或用 /policy articles（目录）看看库里有哪些文章。"
    unmatched: str = (
        "没有文章符合查询条件“{filter}”。去掉一个条件再查，或用 /policy articles 看有哪些文章、作者和日期。"
    )
    only_excluded: str = "“{filter}”只说了要排除什么。请先写要查的内容，例如：数字经济 {filter}。"
    wordless: str = "“{filter}”里没有要查的词。请写出要查的名称、文件或原句，例如：数字经济。"
    only_slots: str = "只说了“{filter}”，没有说要查什么。请一起写上，例如：数字经济 {filter}。"
    bad_filter: str = (
        "查询条件“{filter}”读不懂。可以用 文章:、章节:、作者: 和 日期:，"
        "日期写作 2018、2018-10 或 2018..2020。"
    )
    repeated: str = "同一种查询条件只能写一个，“{filter}”是多出来的。请去掉一个再查。"
    clipped: str = "查询太长，只按前 {limit} 个字查找。"
    page_gone: str = "这一页已经没有内容了。"
    empty_library: str = "库里还没有文章。请管理员用 policy-bot import 导入。"

    # passages
    matched: Mapping[str, str] = field(default_factory=lambda: MATCHED)
    expansion: str = "，即“{full}”"
    left_out: str = "（此句长 {length} 字，这里放不下；可用 /policy show {code} 阅读全文）"
    part_of: str = "（第 {number} 部分，共 {total} 部分）〔{code}〕"
    more_codes: str = "（这里只显示前 {shown} 个编号的段落，共有 {total} 个。）"
    shortened: str = "（此段共 {length} 字，以上为节选）"
    limited_by: str = "（后文对此另有限制或规定，请一并阅读：{code}）"
    limited_here: str = "（未引的部分对此另有限制，请用 /policy show {code} 阅读全文）"
    led_by: str = "（这是列举中的一项，总领的一句见：{code}）"
    followed_by: str = "（以下各项未引，从此段开始：{code}）"
    also: str = "（亦见 {count} 处：{codes}）"
    also_count: str = "（亦见 {count} 处）"
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
    invite_to_post: str = (
        "我还不在这个频道里，没法发消息。请先在频道里输入 /invite @policy，再点一次“发到话题”。"
    )
    share_refused: str = "Slack 没有接受这条消息（{error}），没有分享成功。"
    share_unclear: str = (
        "没有收到 Slack 的答复，不确定是否已经发出。请看一下频道；如果没有，请重新查询后再分享。"
    )
    stale: str = "这个按钮已经失效，请重新查询。"

    # initiatives
    times: str = "共提到 {times} 处，见于 {articles} 篇文章。"
    first_seen: str = "注明日期的文章中，最早见于《{title}》（{date}）。"
    place: str = "{title}{date}：{times} 处"
    more_places: str = "还见于另外 {count} 篇，点“全部出处”逐段查看。"
    aliases: str = "　又称：{names}"
    near_name: str = "没有“{asked}”这个提法，最接近的是“{name}”。"
    also_named: str = "这段话里还提到：{names}"
    no_name: str = "没有叫“{name}”的提法。"
    no_name_but_passages: str = "没有叫“{name}”的提法，以下是含有这些字的原文。"
    names_step: str = "可以用 /policy initiatives（提法表）看看有哪些提法，或用 /policy 词语 直接查原文。"
    name_wanted: str = "请写上提法的名称，例如 /policy about 数字工匠。"
    near_names: str = "相近的提法：{names}"
    mentions: str = "全部出处"
    mentions_head: str = "提到“{name}”的共 {total} 段，这里是第 {first} 至 {last} 段。"
    mentions_one: str = "提到“{name}”的只有 1 段。"
    compare: str = "比较表述"
    compared: str = (
        "“{name}”在 {total} 篇文章中的表述，这里是第 {first} 至 {last} 篇；加粗处是这几篇彼此不同的地方。"
    )
    nothing_to_compare: str = "只有一篇文章提到“{name}”，没有可比较的表述。"
    names_head: str = "{where}共有 {total} 个提法，按出现次数排列，这里是第 {first} 至 {last} 个。"
    within: str = "《{title}》中"
    named: str = "{name}：{times} 处"
    no_names: str = "还没有提法。"
    no_article: str = "库里没有标题含“{name}”的文章。"
    shared_card: str = " 分享了一个提法的出处："

    # watching
    watch: str = "关注"
    watching: str = "已关注“{name}”。有新文章提到它，或新版本不再提到它时，我会私信您。"
    watching_before: str = "您已经在关注“{name}”了。"
    unwatch: str = "不再关注"
    unwatched: str = "不再关注“{name}”。"
    watches_head: str = "您关注着 {total} 个提法："
    more_watches: str = "还有 {count} 个：{names}。先在上面去掉几个，就能看到它们的按钮。"
    no_watches: str = "您还没有关注任何提法。用 /policy watch 提法（关注提法）开始。"
    appeared: str = "您关注的“{name}”见于《{title}》："
    appeared_often: str = "您关注的“{name}”新见于 {total} 篇文章："
    gone: str = "您关注的“{name}”在《{title}》中不再出现（文章有了新版本，或已移出库）。"
    gone_often: str = "您关注的“{name}”在 {total} 篇文章中不再出现（文章有了新版本，或已移出库）："
    titled: str = "《{title}》"
    more_articles: str = "还有 {count} 篇。"

    # in conversation
    ask_back: str = "想查哪个提法或哪句话？请把它写在 @policy 后面，例如：@policy 数字工匠"
    taken_up: str = "接着上一个问题，查“{query}”："
    from_thread: str = "在上面的话里找到了这个提法："
    passages_from_thread: str = "上面的话与这些原文相近："
    outsider: str = "您属于另一个组织；本频道提示哪些提法，只能由本工作区的成员决定。"
    outsider_watch: str = "您属于另一个组织，我没法私信您，所以不能替您关注。"
    foreign_channel: str = "这个频道与其他组织共享，我在这里不公开发言。需要的话请先用 /policy spot on 打开。"
    greeting: str = (
        "大家好，我逐字引用政策原文。/policy 词语 查原文，只有自己看得到，可再分享；@policy 提法 在话题里回答。\n"
        "消息的快捷方式“查找出处”可查其中的提法；想让我主动给出处，用 /policy spot on（默认关闭）。"
    )

    # spotting
    never: str = "不再提示这个提法"
    nevered: str = "好，本频道不再自动提示“{name}”。想恢复，请输入 /policy spot again {name}。"
    spot_is: str = "本频道的自动识别：{mode}。已提示 {cards} 次，{nevers} 个提法被要求不再提示。"
    spot_silenced: str = "不再提示的：{names}。恢复用 /policy spot again 提法，不写提法就全部恢复。"
    spot_again: str = "本频道恢复提示：{names}"
    spot_again_none: str = "本频道没有不再提示的提法叫这个名字。"
    spot_modes: Mapping[str, str] = field(default_factory=lambda: MODES)
    spot_set: str = "本频道的自动识别改为：{mode}。"
    spot_join: str = "我在频道里才看得到消息；如果还没有邀请我，请输入 /invite @policy。"
    spot_unknown: str = "不认识“{word}”。请用 /policy spot on、reaction、private 或 off。"

    # restricting
    admins_only: str = "管理员规定，只有工作区管理员可以更改频道的设置。"
    not_an_admin: str = "只有工作区管理员可以更改这条规定。"
    restricted: str = "现在只有工作区管理员可以更改各频道的识别和每日一引。"
    unrestricted: str = "现在频道里的任何人都可以更改本频道的识别和每日一引。"

    # modals
    modal_title: str = "政策原文"
    close: str = "关闭"
    submit: str = "查找"
    looking: str = "正在查找…"
    field_label: str = "要查的词语、句子或提法"
    lookup_nothing: str = "这条消息里没有找到库里的提法，也没有与原文相近的句子。可以用 /policy 词语 自己查。"
    lookup_more_names: str = "另有 {count} 个提法：{names}。可用 /policy about 提法 查看。"
    lookup_more_passages: str = "另有 {count} 段相近的原文：{codes}。可用 /policy show 编号 查看。"
    lookup_compared: str = "消息太长，只比对了前 {count} 句。"
    lookup_spotted: str = "消息里的提法太多，只看了前 {count} 个。"
    lookup_empty: str = "这条消息里没有文字。"
    lookup_passages: str = "与原文相近的句子："
    post: str = "发到话题"
    posted: str = "已发到话题。"

    # help and errors
    help_title: str = "政策原文查询：逐字引用，注明出处"
    help_line: str = "（{alias}）：{what}"
    help_note: str = (
        "/policy 的回答只有您自己看得到，点“分享到频道”才会公开。引文与原文逐字一致，省略处以…标出。"
    )
    mistyped: str = "没有“{word}”这个命令。您是不是要用 {name}（{alias}）？"
    mistyped_try: str = "可以试试："
    mistyped_search: str = "；如果就是要查这个词："
    foreign_team: str = "这里的 policy 服务的是另一个工作区，没法在这里回答。请联系维护它的同事。"
    too_busy: str = "现在等着发出的消息太多，这一条没有发出。请过几分钟再试。"
    too_late: str = "Slack 太久不接受，这条消息没有发出。需要的话请再试一次。"
    too_many: str = "您查得太快了，请在 {seconds} 秒后再试。"
    too_many_here: str = "这个工作区现在查询太多，请在 {seconds} 秒后再试。"
    not_posted: str = (
        "回答没有发出：Slack 没有接受这条消息（{error}）。可以改用 /policy 词语 查询，只有您自己看得到。"
    )
    window_failed: str = "窗口没有打开：Slack 答复太慢。请再试一次。"
    failure: str = "抱歉，这一步出了错，原因已记入日志。请稍后再试。"
    unwritable: str = "现在无法保存，所以这一步没有做，什么也没有改变。查询照常可用；请稍后再试。"


CATALOGUE = Replies()
