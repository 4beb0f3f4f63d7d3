"""The one table of the sub-commands of /policy: routing, aliases, help and suggestions are made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.incoming.command_words import ParsedCommand, SubCommand, always, parse
from handlers.incoming.passage_codes import holds_code
from handlers.incoming.schedule_request import changes, is_schedule, spaced
from handlers.listeners.daily_command import DailyCommand, asks_slack
from handlers.listeners.initiative_commands import (
    initiatives,
    restrict_settings,
    show_card,
    spot,
    watch_name,
    watches,
)
from handlers.listeners.passage_commands import articles, quote, search, show
from handlers.rendering import answers

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.incoming.command_words import TypedCommand
    from handlers.incoming.request import Request
    from handlers.listeners.filling import Filling
    from handlers.slack_api.message import Message
    from handlers.slack_api.prompt_ack import PromptAck

    Answer = Callable[[AppContext, TypedCommand], Message]
    Opens = Callable[[AppContext, PromptAck, Request, WebClient, Filling], None]


def read(text: str) -> ParsedCommand:
    """Parse what stands behind /policy by the table."""
    return parse(text, TABLE)


def help_text(context: AppContext) -> Message:
    """Render what can be asked."""
    return answers.help_text(TABLE, context.replies)


def _search(context: AppContext, typed: TypedCommand) -> Message:
    return search(context, typed) if typed.rest else help_text(context)


def _daily(context: AppContext, typed: TypedCommand) -> Message:
    return DailyCommand(context).answer(typed.request, spaced(typed.rest), typed.client)


def _open_daily(
    context: AppContext, ack: PromptAck, request: Request, client: WebClient, filling: Filling
) -> None:
    DailyCommand(context).open(ack, request, client, filling)


# word, aliases, usage, purpose, answer, belongs, changes; kept as a table, which the formatter would undo
# fmt: off
TABLE: tuple[SubCommand[Answer, Opens], ...] = (
    SubCommand("search", ("搜索", "查找"), "/policy search 词语",
               "查找原文，也可以直接写 /policy 词语；“引号”里的词语按原样查找", _search, always),
    SubCommand("articles", ("目录", "article"), "/policy articles", "列出库里的文章", articles),
    SubCommand("show", ("原文",), "/policy show 编号", "按编号显示一段原文", show, holds_code),
    SubCommand("quote", ("金句",), "/policy quote", "随机引一段", quote),
    SubCommand("about", ("提法",), "/policy about 提法",
               "一个提法的出处：定义、别名、见于哪些文章", show_card, always),
    SubCommand("initiatives", ("提法表", "initiative"), "/policy initiatives 文章",
               "按出现次数列出提法；不写文章就列全部", initiatives, always),
    SubCommand("watch", ("关注提法",), "/policy watch 提法",
               "有新文章提到它，或新版本不再提到它时告诉我", watch_name, always, bool),
    SubCommand("watches", ("我的关注",), "/policy watches", "列出我关注的提法", watches),
    SubCommand("spot", ("识别提法",), "/policy spot on|reaction|private|off",
               "本频道提到提法时自动给出卡片，默认关闭", spot, always, bool, asks_slack=always),
    SubCommand("daily", ("每日", "每日一引"), "/policy daily 09:00",
               "每个工作日在本频道发一段值得引用的原文；daily off 关闭",
               _daily, is_schedule, changes, asks_slack=asks_slack, opens=_open_daily),
    SubCommand("restrict", ("限制设置",), "/policy restrict on|off",
               "管理员规定：只有管理员可以更改各频道的识别和每日一引", restrict_settings, always, bool,
               asks_slack=always),
    SubCommand("help", ("帮助", "?", "？"), "/policy help", "显示这份说明", lambda context, _: help_text(context)),
)
# fmt: on
ROWS = {row.word: row for row in TABLE}
