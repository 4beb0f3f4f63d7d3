"""Is it a heading? The one place that answers: the rules for each piece, then the habits of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.reading.structure import topics
from corpus.reading.structure.heading_rules import Body, Habit, decided, like_siblings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

HABITS = (
    Habit("topics", "topic sentences that stand over longer text, more than one of them", topics.topic_sentences,
          ("…\n>加强组织领导。\n…\n>完善工作机制。\n…", "…\n>基本原则。\n…"),
          ("…\n加强基层组织建设。\n…", "…\n激发市场主体活力，优化营商环境。\n…\n坚持创新引领发展，培育新动能。\n…")),
    Habit("rhythm", "short sentences in turn with long paragraphs, three times at least", topics.in_turn,
          ("…\n>特色产业向新向优。\n…\n>发展动力日益强劲。\n…\n>城乡区域协同融合。\n…",),
          ("…\n天气很好。\n…\n他笑了笑。\n…\n…",)),
    Habit("siblings", "a long numbered sentence whose family are headings is one too", like_siblings,
          (">一、总体要求\n…\n>二、主要任务\n…\n>三、各级党委和政府要把这项工作摆在重要位置，加强组织领导，形成工作合力，确保取得实效。\n…",),
          ("一、各级党委和政府要把这项工作摆在重要位置，加强组织领导，形成工作合力，确保取得实效。\n…",)),
)  # fmt: skip


def headings(pieces: Sequence[Piece]) -> list[bool]:
    """Return for each piece of a body whether it is a heading."""
    body = Body(pieces)
    sure = [decided(body, place)[1] for place in range(len(pieces))]
    if body.levelled:
        return sure
    unnumbered = not (body.laws or body.bold)
    for habit in HABITS if unnumbered else HABITS[-1:]:
        for place in habit.places(body, sure):
            sure[place] = True
    return sure
