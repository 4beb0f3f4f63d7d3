"""The one table of the sub-commands of /policy: routing, aliases, help and suggestions are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.incoming import schedule_request
from handlers.incoming.codes import holds_code
from handlers.incoming.subcommands import ParsedCommand, SubCommand, always, parse
from handlers.listeners import initiative_commands, passage_commands
from handlers.listeners.daily_command import DailyCommand
from handlers.rendering import answers

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.incoming.request import Request
    from handlers.incoming.typed_command import TypedCommand
    from handlers.slack_api.message import Message
    from handlers.slack_api.prompt_ack import PromptAck


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredCommand(SubCommand):
    """A sub-command with what answers it; `opens` opens a modal in place of an answer to the bare word."""

    answer: Callable[[AppContext, TypedCommand], Message]
    opens: Callable[[AppContext, PromptAck, Request, WebClient], None] | None = None


def read(text: str) -> ParsedCommand:
    """Parse what stands behind /policy by the table."""
    return parse(text, TABLE)


def help_text(context: AppContext) -> Message:
    """Render what can be asked."""
    return answers.help_text(TABLE, context.replies)


def _help(context: AppContext, _: TypedCommand) -> Message:
    return help_text(context)


def _search(context: AppContext, typed: TypedCommand) -> Message:
    return passage_commands.search(context, typed) if typed.rest else help_text(context)


def _daily(context: AppContext, typed: TypedCommand) -> Message:
    return DailyCommand(context).answer(typed.request, schedule_request.spaced(typed.rest), typed.client)


def _open_daily(context: AppContext, ack: PromptAck, request: Request, client: WebClient) -> None:
    DailyCommand(context).open(ack, request, client)


TABLE = (
    AnsweredCommand(
        "search",
        ("搜索", "查找"),
        "/policy search 词语",
        "查找原文，也可以直接写 /policy 词语；“引号”里的词语按原样查找",
        belongs=always,
        answer=_search,
    ),
    AnsweredCommand(
        "articles",
        ("目录", "article"),
        "/policy articles",
        "列出库里的文章",
        answer=passage_commands.articles,
    ),
    AnsweredCommand(
        "show",
        ("原文",),
        "/policy show 编号",
        "按编号显示一段原文",
        belongs=holds_code,
        answer=passage_commands.show,
    ),
    AnsweredCommand("quote", ("金句",), "/policy quote", "随机引一段", answer=passage_commands.quote),
    AnsweredCommand(
        "about",
        ("提法",),
        "/policy about 提法",
        "一个提法的出处：定义、别名、见于哪些文章",
        belongs=always,
        answer=initiative_commands.show_card,
    ),
    AnsweredCommand(
        "initiatives",
        ("提法表", "initiative"),
        "/policy initiatives 文章",
        "按出现次数列出提法；不写文章就列全部",
        belongs=always,
        answer=initiative_commands.initiatives,
    ),
    AnsweredCommand(
        "watch",
        ("关注提法",),
        "/policy watch 提法",
        "有新文章提到它，或新版本不再提到它时告诉我",
        belongs=always,
        changes=bool,
        answer=initiative_commands.watch_name,
    ),
    AnsweredCommand(
        "watches",
        ("我的关注",),
        "/policy watches",
        "列出我关注的提法",
        answer=initiative_commands.watches,
    ),
    AnsweredCommand(
        "spot",
        ("识别提法",),
        "/policy spot on|reaction|private|off",
        "本频道提到提法时自动给出卡片，默认关闭",
        belongs=always,
        changes=bool,
        asks_slack=True,
        answer=initiative_commands.spot,
    ),
    AnsweredCommand(
        "daily",
        ("每日", "每日一引"),
        "/policy daily 09:00",
        "每个工作日在本频道发一段值得引用的原文；daily off 关闭",
        belongs=schedule_request.is_schedule,
        changes=schedule_request.changes,
        asks_slack=True,
        answer=_daily,
        opens=_open_daily,
    ),
    AnsweredCommand(
        "restrict",
        ("限制设置",),
        "/policy restrict on|off",
        "管理员规定：只有管理员可以更改各频道的识别和每日一引",
        belongs=always,
        changes=bool,
        asks_slack=True,
        answer=initiative_commands.restrict_settings,
    ),
    AnsweredCommand("help", ("帮助", "?", "？"), "/policy help", "显示这份说明", answer=_help),
)
ROWS = {row.word: row for row in TABLE}
