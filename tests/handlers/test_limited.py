"""A passage that the next one takes back in part is never quoted as if it were all."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from bot.cli import main
from tests.handlers.door import buttons, quotations
from tests.handlers.test_removed import bring_in

if TYPE_CHECKING:
    from pathlib import Path

    from bot.command_context import CommandContext
    from bot.console.stand_in import SlackStandIn
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
    code = answer["text"].split("后文对此另有限制或规定，请一并阅读：")[1][:9]
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


def test_the_command_line_names_it_too(place: CommandContext, tmp_path: Path) -> None:
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


def asked(place: CommandContext, tmp_path: Path, query: str, **files: str) -> list[dict[str, Any]]:
    """Import files and return the results of a search as JSON."""
    for name, text in files.items():
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    assert main(["import", *(str(tmp_path / f"{name}.md") for name in files)], place) == 0
    assert isinstance(place.out, io.StringIO)
    place.out.truncate(0)
    assert main(["search", query, "--json"], place) == 0
    results: list[dict[str, Any]] = json.loads(place.out.getvalue().strip("\0\n"))["results"]
    return results


LAKE = "# 垂钓办法\n\n第九条 市民可以在下列水域垂钓：\n\n（一）镜湖；\n\n（二）月湖南岸。\n\n但是，禁渔期内一律禁止。\n"


@pytest.mark.parametrize(
    ("query", "beside"), [("可以在下列水域垂钓", ["followed_by"]), ("月湖南岸", ["led_by"])]
)
def test_a_list_is_never_quoted_in_half_unsaid(
    place: CommandContext, tmp_path: Path, query: str, beside: list[str]
) -> None:
    """A lead says where its list begins, an item what leads it, and both what limits the list."""
    (found,) = asked(place, tmp_path, query, lake=LAKE)
    said = {"limited_by": "但是，禁渔期内一律禁止。", "led_by": "第九条 市民可以在下列水域垂钓："}
    said |= {"followed_by": "（一）镜湖；"}
    assert {name for name in said if name in found} == {"limited_by", *beside}
    assert main(["search", query], place) == 0
    assert isinstance(place.out, io.StringIO)
    for name in ("limited_by", *beside):
        assert f"{found[name]}: {said[name]}" in place.out.getvalue()


def test_slack_names_the_lead_and_the_list(door: Door, store: Store, tmp_path: Path) -> None:
    """In a line under the passage, each with the code that shows it."""
    bring_in(store, tmp_path, "市民可以在下列水域垂钓：", "（一）镜湖；", "（二）月湖南岸。")
    code = door.command("月湖南岸")["text"].split("总领的一句见：")[1][:9]
    assert quotations(door.command(f"show {code}")) == ["市民可以在下列水域垂钓："]
    code = door.command(f"show {code}")["text"].split("从此段开始：")[1][:9]
    assert quotations(door.command(f"show {code}")) == ["（一）镜湖；"]


def test_a_cut_that_leaves_out_a_limit_says_so(place: CommandContext, tmp_path: Path) -> None:
    """A sentence too long to be quoted whole, whose exception stands behind the cut."""
    long = "外地车辆可以进入云岭园区，" + "沿途设置指示标志和休息场所，" * 120
    for end, limited in (("但夜间不得超车。", True), ("并设停车场。", False)):
        (found,) = asked(place, tmp_path, "外地车辆可以进入云岭园区", plan=f"# 云岭方案\n\n{long}{end}\n")
        assert len(found["excerpt"]["text"]) <= 1_200
        assert (found.get("limited_by") == found["section"]["code"]) is limited


def test_the_same_sentence_with_and_without_an_exception_is_shown_twice(
    place: CommandContext, tmp_path: Path
) -> None:
    """The exception may stand in the next paragraph: the sentence is not "also" there."""
    said, limit = "摊贩可以在步行街南门设摊。", "但是，国庆节期间除外。"
    found = asked(
        place,
        tmp_path,
        "在步行街南门设摊",
        east=f"# 东江办法\n\n{said}\n",
        west=f"# 西江办法\n\n{said}\n\n{limit}\n",
    )
    assert [("limited_by" in one, "also" in one) for one in found] == [(False, False), (True, False)]
