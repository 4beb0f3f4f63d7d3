"""Drives every surface over 5,000 articles with the longest things a library may hold; checks blocks and quotations.

Usage: python bench/crowd.py [ARTICLES]. One article in fifty has a title of 300 characters, a path six deep and a
section of 5,000 characters; every other one has neither author nor date.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from bot.app import build_app
from bot.console.stand_in import SlackStandIn
from bot.intake.importing import import_paths
from bot.settings import from_environment
from db.store import Store
from handlers.request_rate import Buckets
from handlers.slack_api.block_limits import problems
from tests.handlers.door import Door, buttons, quotations

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLES, EXTREME = 5_000, 50
ENDS = tuple("。！？；：”’）…")
PATH = "\n\n".join(f"{'#' * level} {'很长的标题' * 12}{level}" for level in range(2, 7))
LONG = "".join(f"第{number}项任务是推进“极限工程”建设，压实各方责任，确保落到实处。" for number in range(160))
START = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def write(folder: Path, count: int) -> Path:
    """Write the articles to a file and return it."""
    path = folder / "crowd.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            extreme = number % EXTREME == 0
            text = f"# 方案{number}\n\n第{number}号地方要加快培育“数字工匠”，做到第{number % 7}类覆盖，取得实效。\n\n"
            text += f"{PATH}\n\n{LONG}\n" if extreme else f"要实施乡村振兴战略，推进第{number}项工程建设。\n"
            line = {
                "id": f"a{number:05}",
                "title": "极长标题" * 75 if extreme else f"方案{number}",
                "text": text,
            }
            known = {"author": "某某部门" * 20, "date": f"20{number % 20:02}-05-01"} if number % 2 else {}
            out.write(json.dumps(line | known, ensure_ascii=False) + "\n")
    return path


class Visitor:
    """Uses every surface and notes what is wrong and how long it takes."""

    def __init__(self, door: Door) -> None:
        self.door, self.wrong = door, 0

    def see(self, what: str, act: Callable[[], Any]) -> Any:  # noqa: ANN401 - messages, views or lists of them
        """Do something, time it, and check each quotation that comes of it; the door checks the blocks."""
        begun = time.monotonic()
        seen = act()
        took = time.monotonic() - begun
        messages = seen if isinstance(seen, list) else [seen]
        cut = [said for one in messages for said in quotations(one) if not said.endswith(ENDS)]
        self.wrong += len(cut)
        print(
            f"{what:<34}{took:6.2f} s  {sum(len(quotations(one)) for one in messages)} quotations {cut or ''}"
        )
        return seen

    def turn(self, what: str, page: dict[str, Any], times: int = 3) -> None:
        """Turn some pages."""
        for number in range(times):
            if further := buttons(page, "policy_next"):
                page = self.see(
                    f"{what}, page {number + 2}", lambda button=further[0]: self.door.click(button)
                )


def visit(visitor: Visitor) -> None:
    """Go everywhere."""
    see, door = visitor.see, visitor.door
    for name in ("数字工匠", "极限工程", "乡村振兴"):
        card = see(f"about {name}", lambda name=name: door.command(f"about {name}"))
        for action in ("policy_mentions", "policy_compare"):
            page = see(action, lambda action=action, card=card: door.click(buttons(card, action)[0]))
            visitor.turn(action, page)
        for action in ("policy_watch", "policy_share"):
            see(action, lambda action=action, card=card: door.click(buttons(card, action)[0]))
        see("mention", lambda name=name: door.posted_after(door.mention(f"{name}是什么")))
        message = {"ts": "1763900001.000200", "text": f"谈谈{name}"}
        see("message shortcut", lambda message=message: door.view_after(door.shortcut(message)))
        door.command("spot on")
        see("spotted", lambda name=name: door.posted_after(door.message(f"谈谈{name}")))
    for words in (
        "initiatives",
        "initiatives 极长标题",
        "articles",
        "压实各方责任",
        "watches",
        "about 数字工将",
        "quote",
    ):
        page = see(words, lambda words=words: door.command(words))
        visitor.turn(words, page)
    posts = [call.arguments for call in door.slack.calls("chat.postMessage")]
    refused = [found for post in posts if (found := problems(post))]
    print(
        f"{visitor.wrong} quotations cut, {len(refused)} messages that Slack would refuse {refused[:3] or ''}"
    )


def main() -> None:
    """Make the library and go through it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with (
        tempfile.TemporaryDirectory() as scratch,
        SlackStandIn() as slack,
        Store(str(Path(scratch) / "policy.db")) as store,
    ):
        begun = time.monotonic()
        outcomes = list(import_paths(store, [write(Path(scratch), count)], {}, START.isoformat))
        saved = sum(one.saved is not None for one in outcomes)
        print(f"{saved} articles imported in {time.monotonic() - begun:.0f} s")
        said = {
            "SLACK_BOT_TOKEN": slack.token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.url,
        }
        free = Buckets(None)  # one visitor asks more than one person may
        app = build_app(from_environment(said), store, lambda: START, one_thread=True, buckets=free)
        visit(Visitor(Door(app, slack)))


if __name__ == "__main__":
    main()
