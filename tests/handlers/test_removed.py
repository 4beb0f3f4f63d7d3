"""A passage that a new version no longer holds: still shown by its code, and said to be gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.preparing import prepare
from corpus.reading.files import read
from tests.handlers.conftest import NOW
from tests.handlers.door import buttons, quotations

if TYPE_CHECKING:
    from pathlib import Path

    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from tests.handlers.door import Door

OLD = "各县要在年底前建成三个以上的乡村直播基地。"
KEPT = "各地要加强组织领导，明确责任分工。"


def bring_in(store: Store, folder: Path, *paragraphs: str) -> None:
    """Import a version of the article."""
    path = folder / "plan.md"
    path.write_text("# 乡村电商方案\n\n" + "\n\n".join(paragraphs) + "\n", "utf-8")
    for document in read(path):
        store.articles.save(prepare(document), NOW.isoformat())


def test_an_old_code_and_an_old_button_tell_that_the_passage_is_gone(
    door: Door, store: Store, slack: SlackStandIn, tmp_path: Path
) -> None:
    """Months later a click still works, and nobody takes the old words for the new."""
    bring_in(store, tmp_path, KEPT, OLD)
    before = door.command("乡村直播基地")
    share = buttons(before, "policy_share")[0]
    code = share["value"].split("|")[2]
    bring_in(store, tmp_path, KEPT)
    shown = door.command(f"show {code}")
    assert quotations(shown) == [OLD]
    assert "已删除（2026-11-24）" in shown["text"]
    door.click(share)
    (posted,) = slack.calls("chat.postMessage")
    assert "已删除" in posted.arguments["text"]


def test_an_empty_library_says_what_to_do(door: Door, store: Store) -> None:
    """Searching or listing, the next step is an import."""
    store.articles.remove("digital-economy", NOW.isoformat())
    for text in ("数字经济", "articles", "about 数字工匠"):
        assert quotations(door.command(text)) == []
    assert "还没有文章" in door.command("articles")["text"]
    assert "还没有文章" in door.command("数字经济")["text"]
    assert "没有适合引用" in door.command("quote")["text"]
