"""A passage that the next one takes back in part is never quoted as if it were all."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from bot.cli import main
from tests.handlers.door import buttons, quotations
from tests.handlers.test_removed import bring_in

if TYPE_CHECKING:
    from pathlib import Path

    from bot.console.stand_in import SlackStandIn
    from bot.place import Place
    from db.store import Store
    from tests.handlers.door import Door

RULE = "乡村直播基地可以申领开办补贴。"
LIMITS = (
    "但是，已经享受其他补贴的除外。",
    "不得重复申领其他补贴。",
    "前款规定的补贴，对租用场地的基地不适用。",
    "已经享受其他补贴的基地除外。开办满三年的另行研究。",
)
OTHERS = (
    "但凡符合条件的都要应补尽补。",
    "第三条 不得收取费用。",
    "（二）不得转租场地；",
    "前款所称补贴，是指一次性补贴。",
    "任何单位不得截留补贴。",
    "各县要明确责任分工。",
)


@pytest.mark.parametrize("limit", LIMITS)
def test_what_follows_and_limits_the_passage_is_named(
    door: Door, store: Store, slack: SlackStandIn, tmp_path: Path, limit: str
) -> None:
    """In the answer, where the code is shown, and where it is shared; its code shows it."""
    bring_in(store, tmp_path, RULE, limit)
    answer = door.command("申领开办补贴")
    assert quotations(answer)[0] == RULE
    code = answer["text"].split("下一段对此另有限制，请一并阅读：")[1][:9]
    assert quotations(door.command(f"show {code}")) == [limit]
    share = buttons(answer, "policy_share")[0]
    assert code in door.command(f"show {share['value'].split('|')[2]}")["text"]
    door.click(share)
    (posted,) = slack.calls("chat.postMessage")
    assert code in posted.arguments["text"]


@pytest.mark.parametrize("other", OTHERS)
def test_what_follows_and_limits_nothing_is_not_named(
    door: Door, store: Store, tmp_path: Path, other: str
) -> None:
    """A clause or an item of its own, a definition, and a sentence about others take nothing back."""
    bring_in(store, tmp_path, RULE, other)
    assert "另有限制" not in door.command("申领开办补贴")["text"]


def test_an_excerpt_that_ends_before_the_last_sentence_is_not_limited_by_what_follows(
    door: Door, store: Store, tmp_path: Path
) -> None:
    """The next paragraph limits the end of this one, and that is not quoted."""
    bring_in(store, tmp_path, RULE + "各县要在年底前做好统筹安排和跟踪服务工作。" * 120, LIMITS[0])
    answer = door.command("申领开办补贴")
    assert quotations(answer)
    assert "另有限制" not in answer["text"]


def test_the_command_line_names_it_too(place: Place, tmp_path: Path) -> None:
    """For people with its first sentence, as JSON with its code."""
    path = tmp_path / "plan.md"
    path.write_text(f"# 乡村电商方案\n\n{RULE}\n\n{LIMITS[0]}\n", "utf-8")
    assert main(["import", str(path)], place) == 0
    assert isinstance(place.out, io.StringIO)
    place.out.truncate(0)
    assert main(["search", "申领开办补贴", "--json"], place) == 0
    (result,) = json.loads(place.out.getvalue().strip("\0\n"))["results"]
    assert main(["search", "申领开办补贴"], place) == 0
    assert f"limited by what follows, {result['limited_by']}: {LIMITS[0]}" in place.out.getvalue()
