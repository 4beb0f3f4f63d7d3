"""Whether an article is the one that a quotation is said to come from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.checking.folding import fold

if TYPE_CHECKING:
    from corpus.vocabulary import Article

_FRONT = re.compile(r"^(?:《|中华人民共和国|(?:19|20)\d\d年?)+")
_BRACKET = re.compile(r"(?:\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|》)\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CONGRESS = re.compile(
    r"^(?:中国共产党|中共|党的)?(?:第)?([一二三四五六七八九十]+)(?:次全国代表)?大(?:会)?(?:上?的)?报告$"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said of where a quotation comes from; what is not said is None."""

    title: str | None = None
    author: str | None = None
    date: str | None = None

    def __bool__(self) -> bool:
        return bool(self.title or self.author or self.date)

    def met_by(self, article: Article) -> bool:
        """Return whether an article meets the claim as far as it goes."""
        return (
            (not self.title or _titled(self.title, article))
            and (not self.author or fold(self.author).text == fold(article.author or "").text)
            and (not self.date or _dated(self.date, article))
        )


def core(title: str) -> str:
    """Return a folded title without 《》, 中华人民共和国, a year in front and a bracket at the end."""
    text = fold(title).text
    short = text
    while behind := _BRACKET.search(short):
        short = short[: behind.start()]
    bare = _FRONT.sub("", short) or text
    return bare + "》" * (bare.count("《") - bare.count("》"))


def _titled(claimed: str, article: Article) -> bool:
    wanted, title = core(claimed), core(article.title)
    years = _YEAR.match(fold(claimed).text.lstrip("《"))
    if years and not _dated(years[0], article):
        return False
    congress = _CONGRESS.match(wanted)
    if congress and f"第{congress[1]}次全国代表大会" in title:
        return True
    return title == wanted or (len(wanted) > 1 and title.endswith(wanted))


def _dated(said: str, article: Article) -> bool:
    """Return whether the year that is said is that of the title or of publication."""
    wanted = _YEAR.search(fold(said).text)
    known = {*_YEAR.findall(fold(article.title).text), (article.published or "")[:4]}
    return wanted is None or wanted[0] in known
