"""What can be typed at the console: a table of words, and how each is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console.modal_driver import MistakenError
from bot.console.workspace import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.console.session import Session

SLASH = re.compile(r"/\S*")
NUMBER = re.compile(r"#?(\d+)(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the console: how it is used, what it does."""

    usage: str
    tells: str
    act: Callable[[Session, str], None]


def words() -> dict[str, Word]:
    """Return the table."""
    table = (
        Word("click N | M.N | LABEL", "click [N] in the newest message, or in message #M", _click),
        Word("fill N TEXT", "fill in [N]; for a menu TEXT is the number of an option", _fill),
        Word("submit", "submit the open modal", lambda session, _: session.modals.submit()),
        Word("close", "close the open modal", lambda session, _: session.modals.close()),
        Word("reply N TEXT", "answer in the thread of message #N", _reply),
        Word("thread N", "go into the thread of message #N; what is typed is said there", _thread),
        Word("leave", "leave the thread", lambda session, _: _leave(session)),
        Word("lookup N", "use the message shortcut on message #N", _lookup),
        Word("shortcut", "use the global shortcut", lambda session, _: session.shortcut()),
        Word("go #NAME [KIND] | dm", "go to a channel (private, shared, outside: the bot is not in it)", _go),
        Word("as NAME", "be somebody else", _become),
        Word("edit N TEXT", "edit message #N", _edit),
        Word("bot TEXT", "let another bot say something", lambda session, text: session.say(text, bot=True)),
        Word("say TEXT", "say something that begins with one of these words", _say),
        Word("again", "deliver the last event once more", lambda session, _: session.again()),
        Word("invite", "invite the bot to this channel", lambda session, _: session.invite()),
        Word("help", "show this", lambda session, _: _help(session)),
        Word("quit", "end", _quit),
    )
    return {word.usage.split()[0]: word for word in table}


class EndedError(Exception):
    """Whoever is typing wants to leave."""


def obey(line: str, session: Session) -> None:
    """Do what one line says; raise EndedError at `quit`. A mistake is told and changes nothing."""
    typed = line.strip()
    if not typed:
        return
    first, _, rest = typed.partition(" ")
    known = words().get(first)
    try:
        if SLASH.fullmatch(first):
            _slash(session, first, rest)
        elif known:
            known.act(session, rest.strip())
        else:
            session.say(typed)
    except MistakenError as mistaken:
        session.screen.note(str(mistaken))
    except RefusedError as refused:
        session.screen.note(f"Slack says: {refused}")
    except TimeoutError as late:
        session.screen.note(str(late))


def _slash(session: Session, command: str, text: str) -> None:
    if command != "/policy":
        raise MistakenError(f"{command} is no command here; /policy is")
    session.command(command, text.strip())


def _number(text: str, usage: str) -> tuple[int, int]:
    """Read `3` as (0, 3) and `2.3` as (2, 3)."""
    found = NUMBER.fullmatch(text)
    if not found:
        raise MistakenError(f"write it as `{usage}`")
    return (int(found[1]), int(found[2])) if found[2] else (0, int(found[1]))


def _numbered(text: str, usage: str) -> tuple[int, str]:
    """Read a number and what follows it."""
    first, _, rest = text.partition(" ")
    return _number(first, usage)[1], rest.strip()


def _click(session: Session, text: str) -> None:
    if text and not text[0].isdigit() and not text.startswith("#"):
        session.click(session.labelled(text))
        return
    message, number = _number(text, "click 2")
    session.click(number, message)


def _fill(session: Session, text: str) -> None:
    session.fill(*_numbered(text, "fill 1 TEXT"))


def _reply(session: Session, text: str) -> None:
    number, words = _numbered(text, "reply 1 TEXT")
    session.say(words, thread=session.thread_of(number))


def _thread(session: Session, text: str) -> None:
    session.thread = session.thread_of(_number(text, "thread 1")[1])
    session.screen.note("you are in the thread; `leave` it to go back")


def _leave(session: Session) -> None:
    session.thread = ""
    session.screen.note("you are in the channel")


def _lookup(session: Session, text: str) -> None:
    session.lookup(_number(text, "lookup 1")[1])


def _go(session: Session, text: str) -> None:
    name, _, kind = text.removeprefix("#").partition(" ")
    if not name:
        raise MistakenError("write it as `go #NAME` or `go dm`")
    session.go(name, kind.strip())
    session.screen.note(f"you are in {session.slack.workspace.name_of(session.channel)}")


def _become(session: Session, text: str) -> None:
    if not text:
        raise MistakenError("write it as `as NAME`")
    session.become(text)
    session.screen.note(f"you are {text}")


def _edit(session: Session, text: str) -> None:
    session.edit(*_numbered(text, "edit 1 TEXT"))


def _say(session: Session, text: str) -> None:
    if not text:
        raise MistakenError("write it as `say TEXT`")
    session.say(text)


def _help(session: Session) -> None:
    table = [("/policy WORDS", "the slash command"), ("@policy WORDS", "mention the bot"), ("TEXT", "say it")]
    table += [(word.usage, word.tells) for word in words().values()]
    for usage, tells in table:
        session.screen.say(f"  {usage:<23}{tells}")


def _quit(session: Session, text: str) -> None:
    del session, text
    raise EndedError
