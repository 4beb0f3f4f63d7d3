"""Which sentences of a section are worth quoting on their own. docs/daily.md tells the whole rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.quoting.sentences import split
from corpus.vocabulary import Excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus.vocabulary import Section, Span

SHORTEST, LONGEST = 20, 160
"""Characters that a quotation may have; fewer say nothing, more are not read in passing."""

MOST_SENTENCES = 3
LEAST_CHINESE = 0.6  # share of a quotation's characters; below it stand tables, addresses and formulas

PAIRS = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": ")",
    "【": "】",
    "[": "]",
}
_LEANING = re.compile(
    r"""[“‘「『《]?(?:
    # a connective that carries on from what was said before
      同时|此外|另外|另一方面|除此|不仅如此|总之|综上|可见|因此|因而|所以|于是|从而|进而|然后|随后|接着|而
    | 但(?!凡)|然而|不过|可是|却|只是|即便如此|尽管如此|反之|否则
    | 相反|况且|何况|甚至|换言之|也就是|特别是|尤其|与之
    | 并[且不将要对于与在由]|再[次者有]|[也还](?:[要应可有将须需是能在会]|必须|不)
    # a word that points back at something outside
    | 这|那(?!曲)|其|该|此|[为对因由据就与如在从至]此|他(?!山)|她|它|[前后两二三]者|上述|前述|以上(?!海)|如上
    # one item of a list whose others stand outside
    | 首先|最后[，,]|[一二三四五六七八九十](?:是|要(?![素点]))|第[一二三四五六七八九十]+[，、,:：是]
    | 例如|比如|又如|譬如|诸如|如[：:，,下]|包括|以下|下列
    )
    | [（(]?[一二三四五六七八九十百\d]+(?:[、）)]|[．.](?!\d)) | [①-⑳•·●■◆▪—*-]
    """,
    re.VERBOSE,
)
# how the next sentence opens when it takes back part of this one
_LIMITING = re.compile(r"但(?!凡)|然而|不过|可是|却|只是|前款")
_OUTSIDE = re.compile(
    r"如下|下列|以下[几各简]|上述|前述|[前上本]款|前条|本条(?!件)|第[一二三四五六七八九十百\d]+[款项]"
    r"|(?:[见按照据]|依照)(?:附件|附表|[上下][表图])"
)
_OFFICE = re.compile(
    r"自.{0,14}起(?:施行|实施|执行|生效)|负责解释|同时废止|特此|印发给你们|请认真贯彻|请结合实际"
)
_LABEL = re.compile(
    r"[（(]?(?:来源|作者|责任编辑|编辑|记者|注|附件?|抄送|联系人|(?:联系)?电话|邮箱|地址|摘要|关键词|图|表)"
    r"\s*[\d一二三四五六七八九]*[：:]"
)
_STATED = re.compile(r"[。！!][”’」』）)》]*$")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_MISPLACED = re.compile(r"[“‘「『《（(][、，。；：！？”’」』》）]|[，、；：][”’」』》）]")


@dataclass(frozen=True, slots=True)
class Quotable:
    """An excerpt that can stand alone, and in words why it can."""

    excerpt: Excerpt
    reasons: tuple[str, ...]


def balanced(text: str) -> bool:
    """Whether every quotation mark, title mark and bracket closes in order, and none stands misplaced."""
    waiting: list[str] = []
    for char in text:
        if char in PAIRS:
            if PAIRS[char] in waiting and char in "“‘":
                return False
            waiting.append(PAIRS[char])
        elif char in PAIRS.values() and (not waiting or waiting.pop() != char):
            return False
    return not waiting and text.count('"') % 2 == 0 and not _MISPLACED.search(text)


def _of_chinese(text: str) -> bool:
    return len(_CHINESE.findall(text)) >= LEAST_CHINESE * len(text)


RULES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    (f"{SHORTEST} to {LONGEST} characters", lambda text: SHORTEST <= len(text) <= LONGEST),
    ("opens without leaning on what stands before it", lambda text: not _LEANING.match(text)),
    ("ends as a statement", lambda text: bool(_STATED.search(text))),
    ("quotes and brackets are balanced", balanced),
    ("points at nothing outside itself", lambda text: not _OUTSIDE.search(text)),
    ("no office formula and no label", lambda text: not (_OFFICE.search(text) or _LABEL.match(text))),
    ("running Chinese text", lambda text: "\n" not in text and "\t" not in text and _of_chinese(text)),
)
"""What a quotation must be, in the words that `quote --explain` prints, each with its test."""


def faults(text: str) -> tuple[str, ...]:
    """Return the rules that `text` breaks, none where it can stand alone."""
    return tuple(says for says, holds in RULES if not holds(text))


def quotable(section: Section) -> tuple[Quotable, ...]:
    """Choose the quotations of a section: one to three whole sentences each, none overlapping, in order.

    Each is as short as it can be, but takes in a following sentence that leans on it. The run-in head is
    no part of any; nor is a sentence that the next one limits, unless both fit together.
    """
    spans = [span for span in split(section.text) if span[0] >= section.run_in]
    return tuple(_quoted(section.text, taken) for taken in _chosen(section.text, spans))


def _chosen(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    """Give runs of neighbouring sentences that can stand alone."""
    first = 0
    while first < len(spans):
        sizes = range(1, min(MOST_SENTENCES, len(spans) - first) + 1)
        fit = [size for size in sizes if _stands(text, spans, first, size)]
        size = next(
            (size for size in fit if not _is_leaning(text, spans, first + size)), fit[0] if fit else 0
        )
        if size:
            yield spans[first : first + size]
        first += size or 1


def _stands(text: str, spans: list[Span], first: int, size: int) -> bool:
    """Whether the sentences from `first` on can be quoted without the ones round them."""
    after = spans[first + size][0] if first + size < len(spans) else len(text)
    if _LIMITING.match(text, after):
        return False
    return not faults(text[spans[first][0] : spans[first + size - 1][1]])


def _is_leaning(text: str, spans: list[Span], at: int) -> bool:
    return at < len(spans) and bool(_LEANING.match(text, spans[at][0]))


def _quoted(text: str, taken: list[Span]) -> Quotable:
    """Make the excerpt of a run of sentences, and say why it qualified."""
    start, end = taken[0][0], taken[-1][1]
    count = "1 whole sentence" if len(taken) == 1 else f"{len(taken)} whole sentences"
    length = f"{end - start} characters ({SHORTEST} to {LONGEST})"
    others = tuple(says for says, _ in RULES[1:])
    return Quotable(Excerpt(text[start:end], start, end), (count, length, *others))
