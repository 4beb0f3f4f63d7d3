"""Questions made from the texts by script: what the fit learns of asking beside the queries of the DEV half.

A definition, a condition and a sentence of a section are asked for in frames of talk, with some of their words in the
words of everyday speech. They are no part of the joint figure.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from corpus.search.query.meaning import ABOUT_NOTHING, asked_for, lay_words
from corpus.text.normalize import normalize_letters
from corpus.text.segmentation import asks, cut_words, is_stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.vocabulary import Section

ASKED_CLASS = "asked"
ASKED = 160  # questions of each library
FEWEST, MOST = 2, 4  # words of a sentence that are asked for
LAY = 0.5  # share of the words with a word of everyday speech that are said so
_DEFINED = re.compile(r"所称的?“?([\u3400-\u9fff]{2,10})”?[，,]?是?指")
_CONDITION = re.compile(
    r"(?:^|[，。\s])([\u3400-\u9fff]{3,14}?)[，,]?(?:应当|须)?(?:同时)?(?:具备|符合)下列条件"
)
_SENTENCE = re.compile(r"[^。；！？\n]{14,90}")
_FRAMES = {
    "meaning": ("什么是{}？", "{}是什么意思", "{}的定义是什么"),
    "condition": ("{}要符合什么条件", "{}有什么要求？", "什么情形下{}"),
    "kinds": ("{}有哪几种？", "{}包括哪些内容"),
    "time": ("{}要多长时间", "{}最长几年？", "{}的期限是多久"),
    "amount": ("{}是多少？", "{}的比例是多少", "{}要多少钱"),
    "penalty": ("{}会怎么罚？", "{}有什么后果", "{}怎么处罚"),
    "procedure": ("{}怎么办？", "{}的程序是什么", "如何{}"),
    "permission": ("{}可以吗？", "能不能{}", "{}是不是必须的"),
    "who": ("{}归哪个部门管？", "谁负责{}"),
}
Asked = tuple[str, str, str]  # the question, its article and the text that answers


def asked(sections: Sequence[Section], seed: str) -> list[Asked]:
    """Return questions that the sections answer, at most ASKED of them, the same each time."""
    chance = random.Random(seed)  # noqa: S311 - a sample
    some = chance.sample(list(sections), min(len(sections), 4 * ASKED))
    found = [one for section in some for one in _of(section, chance)]
    return chance.sample(found, min(ASKED, len(found)))


def _of(section: Section, chance: random.Random) -> Iterator[Asked]:
    text = section.text
    for kind, pattern in (("meaning", _DEFINED), ("condition", _CONDITION)):
        for said in pattern.findall(text)[:1]:
            yield _framed(kind, said, chance), section.article, said
    sentences = _SENTENCE.findall(text)
    if sentences:
        sentence = chance.choice(sentences)
        words = [
            word for word in cut_words(normalize_letters(sentence)) if len(word) > 1 and not is_stop(word)
        ]
        words = [word for word in words if not asks(word) and re.fullmatch("[\u3400-\u9fff]+", word)]
        if len(words) >= FEWEST:
            first = chance.randrange(len(words) - FEWEST + 1)
            chosen = words[first : first + chance.randint(FEWEST, MOST)]
            kinds = [
                one.sort for one in asked_for() if one.sort != ABOUT_NOTHING and one.answer.search(sentence)
            ]
            kinds = [kind for kind in kinds if kind != "meaning"] or ["procedure"]
            said = "".join(_said(word, chance) for word in chosen)
            yield _framed(chance.choice(kinds), said, chance), section.article, sentence.strip()


def _framed(kind: str, said: str, chance: random.Random) -> str:
    return chance.choice(_FRAMES[kind]).format(said)


def _said(word: str, chance: random.Random) -> str:
    """Return a word, or what people say for it."""
    ways = [said for said, lay in lay_words().items() if word in lay.same]
    return chance.choice(ways) if ways and chance.random() < LAY else word
