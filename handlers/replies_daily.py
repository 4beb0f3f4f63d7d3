"""Every sentence of the daily quotes that a user may read: the other half of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DAYS = MappingProxyType(
    {"weekdays": "周一至周五", "workdays": "中国工作日（含调休）", "every": "每天（含周末）"}
)
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
THEMES = MappingProxyType(
    {"article": "文章", "title": "题名含", "heading": "标题含", "initiative": "提法", "words": "原文含"}
)
STATES = MappingProxyType(
    {
        "posted": "已发",
        "claimed": "正在确认",
        "waiting": "等待重试",
        "unsure": "可能已发（无法核对，没有重发）",
        "missed": "错过，未发",
        "skipped": "已跳过",
        "empty": "无可引段落",
        "dropped": "未发",
    }
)
PAUSED = MappingProxyType(
    {
        "not_in_channel": "我不在这个频道里，请先 /invite @policy",
        "is_archived": "频道已归档",
        "channel_not_found": "找不到这个频道（可能是私有频道而我不在里面）",
        "account_inactive": "机器人的账号已停用",
        "token_revoked": "机器人的授权已被撤销，请管理员重新安装",
        "missing_scope": "机器人缺少发消息的权限，请管理员重新安装",
        "no_permission": "机器人没有在这里发消息的权限",
        "is_inactive": "频道已停用",
        "ekm_access_denied": "企业的密钥管理（EKM）暂不允许发消息",
        "posting_to_channel_denied": "这个频道不允许我发消息",
        "team_access_not_granted": "机器人没有获准进入这个工作区，请管理员批准",
        "bad_zone": "存下的时区或时间读不懂",
    }
)


@dataclass(frozen=True, slots=True)
class DailyReplies:
    """Templates for `str.format`, named for what they say; the defaults are in simplified Chinese."""

    # the post
    head: str = "每日一引 · {date}"
    date: str = "{month}月{day}日 {weekday}"
    weekdays: tuple[str, ...] = WEEKDAYS

    # buttons
    another: str = "换一条看看"
    context: str = "看上下文"
    cite: str = "引用格式"

    # set-up
    colon: str = "："
    saved: str = "好的，每日一引已设好：{when}。下一次是 {next}。"
    when: str = "{days} {at}（{zone}）{theme}"
    theme: str = "，只引{theme}"
    next: str = "{date} {at}"
    no_next: str = "近两个月内没有"
    days: Mapping[str, str] = field(default_factory=lambda: DAYS)
    themes: Mapping[str, str] = field(default_factory=lambda: THEMES)
    bad_time: str = "时间“{given}”读不懂。请写成 24 小时制，例如 /policy daily 09:00。"
    bad_zone: str = "没有叫“{given}”的时区。请写时区名，例如 Asia/Shanghai。"
    bad_days: str = (
        "“{given}”不能选。可选的日子是：周一至周五（默认）、工作日（中国工作日，含调休）、每天，"
        "例如 /policy daily 09:00 每天。"
    )
    one_too_many: str = "“{given}”多了一个：时间、时区和哪些天各写一个就好。"
    bad_theme: str = (
        "库里没有与“{given}”有关、又适合引用的段落。"
        "可以写文章名、标题或提法，例如 /policy daily 09:00 数字工匠。"
    )
    usage: str = (
        "用法：/policy daily 09:00 [工作日|每天|周一至周五] [主题]；"
        "off 停发，status 现状，preview 预览，skip 跳过下一次，history 已发记录；不带参数打开设置窗口。"
    )
    year_unknown: str = "注意：{year} 年的调休安排尚未导入，到时暂按周一至周五发。"
    invite: str = "提醒：我还不在这个频道里，请先输入 /invite @policy，否则到时发不出去。"

    meant: str = "是不是 /policy daily {word}？"

    # off, status, preview, skip, history
    none: str = "这个频道还没有设每日一引。用 /policy daily 09:00 就能设好。"
    ended: str = "好的，这个频道不再发每日一引。以后再设时，从没发过的段落接着发。"
    status: str = "每日一引：{when}。下一次是 {next}。本轮还有 {left} 段没发过，共 {total} 段。"
    off: str = "每日一引已停发。用 /policy daily 09:00 可以重新开始。"
    paused: str = "每日一引已暂停：{why}。解决后再用 /policy daily 09:00 重新开始。"
    resumed: str = "我回来了，每日一引照原来的设置继续（{at}）。"
    reasons: Mapping[str, str] = field(default_factory=lambda: PAUSED)
    refused: str = "Slack 不接受消息（{error}）"
    restricted: str = "这个频道限制了谁能发消息，请管理员允许我发"
    preview: str = "{date} 将要发的是（预览不影响顺序）："
    nothing: str = "库里还没有适合引用的段落。"
    no_other: str = "除了这一段，没有别的适合引用的段落了。可以导入新文章，或放宽主题。"
    no_theme: str = "这个主题下现在没有适合引用的段落。可以导入新文章，或放宽主题。"
    skip_one: str = (
        "“{given}”读不懂：一次只能跳过下一次。请用 /policy daily skip；想恢复，用 /policy daily skip off。"
    )
    skip: str = "好的，{date} 不发；之后的下一次是 {next}。想恢复，用 /policy daily skip off。"
    skipped: str = "{date} 本来就已设为不发；之后的下一次是 {next}。"
    under_way: str = "{date} 的这一条正在发送，来不及跳过了。"
    unskipped: str = "好的，{date} 照常发。"
    resume_words: tuple[str, ...] = ("off", "恢复")
    not_skipped: str = "没有要恢复的：下一次是 {next}。"
    history: str = "最近 {count} 次："
    past: str = "{date}：{state}{text}"
    opening: str = " “{words}…”〔{code}〕"
    no_history: str = "还没有发过。"
    states: Mapping[str, str] = field(default_factory=lambda: STATES)

    # the modal
    title: str = "每日一引"
    submit: str = "保存"
    close: str = "关闭"
    ask_time: str = "几点发（24 小时制）"
    ask_zone: str = "时区"
    ask_days: str = "哪些天"
    ask_theme: str = "主题（可不填：文章名、标题或提法）"

    # reading in context, citing
    context_title: str = "上下文"
    previous_is: str = "上一段（{place}）"
    following_is: str = "下一段（{place}）"
    numbered: str = "第 {number} 段"
    lead: str = "导语"
    previous: str = "上一段"
    following: str = "下一段"
    copy: str = "复制下面的文字："
    gone: str = "这段原文在新版本里已经没有了。"
    stale: str = "这个窗口已经失效，什么都没有改。请在频道里重新输入 /policy daily。"

    # to who set it up
    told_paused: str = (
        "<#{channel}> 的每日一引已暂停：{why}。解决后重新邀请我，或在频道里用 /policy daily {at} 重新开始。"
    )
    told_refused: str = "<#{channel}> {day} 的每日一引没有发出：{why}。下一次会再试。"
    told_unsure: str = (
        "<#{channel}> {day} 的每日一引：没有收到 Slack 的答复，也读不到频道记录（{error}），"
        "为免重复没有重发。请看一下频道。"
    )
    needs_scope: str = "缺的权限是 channels:history 或 groups:history。"
    told_outage: str = (
        "从 {since} 到 {until}，Slack 不接受机器人的请求（{why}），这期间的每日一引没有发出。"
        "现在已恢复，各频道照原来的设置继续；错过的不补发。"
    )
    told_low: str = (
        "<#{channel}> 的每日一引：没发过的段落只剩 {left} 段，之后会从头再来一轮。"
        "可以导入新文章，或放宽主题。"
    )
    told_empty: str = "<#{channel}> 的每日一引：没有适合引用的段落，{day} 没有发。请导入文章，或放宽主题。"

    # and once a week, in one message
    digest: str = "每日一引，本周请留意："
    digest_paused: str = "<#{channel}> 已暂停：{why}。解决后在频道里用 /policy daily {at} 重新开始。"
    digest_low: str = "<#{channel}> 没发过的段落只剩 {left} 段（共 {total} 段），可以导入新文章或放宽主题。"
    digest_post: str = "<#{channel}> {day}：{state}{why}。"
    digest_year: str = (
        "{year} 年的调休安排尚未导入，按中国工作日发送的频道到时暂按周一至周五发。"
        "请管理员用 policy-bot workdays --import 文件 导入。"
    )

    @property
    def bad(self) -> Mapping[str, str]:
        """What is said of a word that is meant as a time, a zone or days and cannot be taken."""
        once = {"time": self.bad_time, "zone": self.bad_zone, "days": self.bad_days}
        return {**once, "twice": self.one_too_many}

    def why(self, error: str) -> str:
        """Say why a channel is paused: Slack's word, put so that it tells what to do where that is known."""
        if error.startswith("restricted_action"):
            return self.restricted
        return self.reasons.get(error) or self.refused.format(error=error)
