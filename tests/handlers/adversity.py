"""A store that cannot be written to: everything is asked of the app, and what came back is told.

    python -m tests.handlers.adversity full|read-only LIBRARY

As a program it makes its own process unable to write, which a test must not do to itself, and prints JSON.
"""

from __future__ import annotations

import ctypes
import json
import os
import re
import resource
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.app import build_app
from bot.console.stand_in import SlackStandIn
from bot.settings import from_environment
from db.store import Store
from tests.handlers.conftest import NOW
from tests.handlers.door import Door, buttons

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = re.compile(r"[0-9a-z]{4}-[0-9a-z]{4}")
PATIENCE = 0.05  # seconds that a claim waits here
READING = (*("search", "help", "show", "articles", "quote", "about", "initiatives", "watches"), "next")
SAID = ("mention", "direct")
CHANGING = ("watch", "spot", "restrict", "daily", "share", "never")


@contextmanager
def app_over(path: Path) -> Iterator[Door]:
    """Give the way into the app as it is served over a library."""
    with SlackStandIn() as slack, Store(str(path), make=False, patience=PATIENCE) as store:
        slack.workspace.add_person("U0READER", is_admin=True)
        said = {
            "SLACK_BOT_TOKEN": slack.token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.url,
        }
        yield Door(build_app(from_environment(said), store, lambda: NOW, one_thread=True), slack)


def ask_everything(door: Door) -> dict[str, str]:
    """Ask each surface once; return what the user, or everybody, was told, by what was asked."""
    found = door.command("高质量发展")
    card = door.command("about 数字工匠")
    (code, *_) = CODE.findall(json.dumps(found))
    told = {
        "search": found,
        "help": door.command("help"),
        "show": door.command(f"show {code}"),
        "articles": door.command("articles"),
        "quote": door.command("quote"),
        "about": card,
        "initiatives": door.command("initiatives"),
        "watches": door.command("watches"),
        "next": door.click(buttons(found, "policy_next")[0]),
        "watch": door.click(buttons(card, "policy_watch")[0]),
        "spot": door.command("spot on"),
        "restrict": door.command("restrict on"),
        "daily": door.command("daily 09:00"),
        "share": door.click(buttons(found, "policy_share")[0]),
        "never": door.click({**buttons(card, "policy_watch")[0], "action_id": "policy_never"}),
    }
    posts = {
        "mention": door.posted_after(door.mention("数字工匠")),
        "direct": door.posted_after(door.message("数字工匠", channel="D0READER", channel_type="im")),
    }
    said = {name: "\n".join(post["text"] for post in some) for name, some in posts.items()}
    return {name: answer["text"] for name, answer in told.items()} | said


def make_full() -> None:
    """Let no file of this process grow, as on a full disk; Python passes the signal over."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def make_read_only(path: Path) -> None:
    """Take the right to write to the file and its folder away, and from root the right to do so all the same."""
    path.chmod(0o444)
    path.parent.chmod(0o555)
    if os.geteuid() == 0:
        version, nothing = 0x20080522, (ctypes.c_uint32 * 6)()  # capset(2): three sets of twice 32 bits
        head = (ctypes.c_uint32 * 2)(version, 0)
        assert ctypes.CDLL(None, use_errno=True).capset(head, nothing) == 0


if __name__ == "__main__":
    library = Path(sys.argv[2])
    if sys.argv[1] == "full":
        make_full()
    else:
        make_read_only(library)
    with app_over(library) as way:
        print(json.dumps(ask_everything(way)))
