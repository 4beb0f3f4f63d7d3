"""Measures how many names are answered in a frame of talk as they are answered bare.

Usage: python bench/frames.py SHARED LIBRARY [--names 20] [--frames 80] [--seed 7] [--list]
SHARED holds bench/dev; LIBRARY is the database into which its collection (the file's name: small.db) was imported.
The frames are made of the parts below, each opening with each closing, and of those written by hand. They are none
of the benchmark's, and its names were not looked at for them. Names that the library lacks must be refused likewise.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from db.store import Store
from handlers.answering import Answering

if TYPE_CHECKING:
    from handlers.answer import Answer

HELD = (
    "initiative_name",
    "exact_phrase",
    "char_substitution",
    "homophone",
    "char_omission",
    "keywords_reordered",
)
LACKED = ("no_answer",)
SHORTEST, LONGEST = 3, 14  # characters of a name
OPENINGS = (
    "",
    "你好，",
    "各位早，",
    "请问",
    "打扰一下，",
    "领导昨天讲到的",
    "前两天培训听到的",
    "报告中提及的",
    "我在起草发言稿，需要",
    "麻烦查一查",
    "想了解",
    "谁能告诉我",
    "有人记得",
    "哪份材料写到",
    "可否提供",
    "search for ",
)
CLOSINGS = (
    "",
    "的出处",
    "是什么意思",
    "，谢谢",
    "的具体表述",
    "在哪里提到",
    "怎么解释",
    "有相关段落吗",
    "原文",
    "这句话",
    "，有人知道吗？",
    "，急用",
    "呀",
    " please",
)
BY_HAND = (
    "各位老师，谁手上有{}的材料，借我参考参考",
    "刚开完会，书记点名要{}，急急急",
    "搞不懂{}到底讲的是个啥",
    "{}，这个词第一次出现是在哪份文件？",
    "有没有大神科普一下{}",
    "我想引用一下{}，但是找不到原句了",
    "小助手，{}的官方表述是怎样的呢",
    "听李处说起过{}，文件里真有吗？",
    "翻了半天没找到{}，求指路",
    "{}——这句话的出处是？",
    "写两会稿子要用到{}，能给个原文吗",
    "能否告知{}出自哪份报告",
    "客户在问{}，我该怎么回",
    "想核实一下，{}是不是原文里的说法",
    "群里有人提{}，是政策里的吗",
    "之前看到过{}，忘了在哪了",
    "{} 麻烦发我一份",
    "hi，could you find the passage on {} for me",
    "where does {} appear in the documents?",
    "{}是什么来头",
    "科普：{}",
    "关于{}，政策原话怎么表述？",
    "老板让我整理{}的相关论述，有推荐的段落吗",
    "不好意思打扰了，想请教{}怎么理解",
    "{}有官方解释没",
    "给我来一段{}",
    "帮忙确认下{}的准确写法",
    "王老师您好，请问哪里能查到{}",
    "{}在咱们库里有没有",
    "下午要汇报，快帮我把{}找出来",
    "是不是有个提法叫{}",
    "查{}，要原文不要解读",
    "请给出{}的文件依据",
)


def main() -> None:
    """Ask every name bare and in each frame, and print how many answers are the same, by class and by frame."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("library", type=Path)
    parser.add_argument("--names", type=int, default=20)
    parser.add_argument("--frames", type=int, default=80)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    rng = random.Random(args.seed)  # noqa: S311 - a sample, no secret
    made = [f"{opening}{{}}{closing}" for opening in OPENINGS for closing in CLOSINGS if opening or closing]
    frames = [("made", frame) for frame in rng.sample(made, min(args.frames, len(made)))]
    frames += [("by hand", frame) for frame in BY_HAND]
    names = _names(args.shared / "bench" / "dev" / args.library.stem / "queries.jsonl", args.names, rng)
    with Store(str(args.library)) as store:
        _measure(Answering(store), names, frames, shown=args.list)


def _names(source: Path, count: int, rng: random.Random) -> list[tuple[str, str]]:
    """Draw names of each class; those of questions are none."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    found: list[tuple[str, str]] = []
    for name in (*HELD, *LACKED):
        typed = [
            row["query"] for row in rows if row["class"] == name and "question" not in str(row.get("note"))
        ]
        some = [one for one in typed if SHORTEST <= len(one) <= LONGEST and not one.isascii()]
        found += [(name, one) for one in rng.sample(some, min(count, len(some)))]
    return found


def _measure(
    answering: Answering, names: list[tuple[str, str]], frames: list[tuple[str, str]], *, shown: bool
) -> None:
    same, asked, missed = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[str]()
    for kind, name in names:
        bare = _told(answering.search(name))
        for sort, frame in frames:
            framed = _told(answering.search(frame.format(name)))
            asked[kind, sort] += 1
            same[kind, sort] += framed == bare
            if framed != bare:
                missed[frame] += 1
                if shown:
                    print("  ", frame.format(name), "|", bare, "|", framed)
    for key, count in sorted(asked.items()):
        print(f"{key[0]:20} {key[1]:8} {same[key]:5} of {count:5}  {same[key] / count:.3f}")
    print(f"{'all':29} {same.total():5} of {asked.total():5}  {same.total() / asked.total():.3f}")
    for frame, count in missed.most_common(40):
        print(f"{count:4}  {frame}")


def _told(answer: Answer) -> tuple[str, float]:
    """Return which passage comes first and how sure it is; nothing for a refusal."""
    first = next(iter(answer.passages), None)
    return (first.section.code, round(first.match.score, 4)) if first and first.match else ("", 0.0)


if __name__ == "__main__":
    main()
