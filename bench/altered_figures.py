"""Figures of a library's own texts, altered: none is to be answered without being told.

    python bench/altered_figures.py ARTICLES.jsonl LIBRARY [MANY]

LIBRARY is a database into which the articles were imported. It asks for pieces of their sentences with one digit of
a figure changed, and lists the queries that were answered with neither the altered figure in the text nor another
wording offered (`did_you_mean`), and those whose highlights cover a figure that was not asked for.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from db.store import Store
from handlers.answering import Answering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.answer import Answer

SEED, MANY = 20261130, 500
PIECE = re.compile(
    r"(?<=[，；。：])([\u4e00-\u9fff]{2,10})(\d+(?:\.\d+)?)(%|[万亿]?(?:元|人|户|家|个|项|公里|亩|吨|天|年|小时))"
    r"([\u4e00-\u9fff]{0,6})"
)


def altered(text: str, rng: Random) -> Iterator[tuple[str, str]]:
    """Yield pieces of a text's sentences, each with one digit of its figure changed, and that figure.

    Every second is longer: it runs on into the words behind the figure.
    """
    for at, found in enumerate(PIECE.finditer(text)):
        place = rng.randrange(len(found[2]))
        if not found[2][place].isdigit():
            continue
        digit = rng.choice([one for one in "123456789" if one != found[2][place]])
        number = f"{found[2][:place]}{digit}{found[2][place + 1 :]}"
        if number + found[3] not in text:
            yield f"{found[1]}{number}{found[3]}{found[4] if at % 2 else ''}", number


def is_told(answer: Answer, number: str) -> bool:
    """Whether an answer is none, holds the figure that was asked for, or says what it has in its place."""
    if not answer.answered or answer.did_you_mean:
        return True
    return (
        re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.]*\d)", answer.passages[0].section.text) is not None
    )


def highlighted(answer: Answer) -> list[str]:
    """Return the numbers that lie whole under a highlight of the first passage."""
    if not answer.passages:
        return []
    excerpt = answer.passages[0].excerpt
    marked = (excerpt.text[start:end] for start, end in excerpt.highlights)
    return [number for text in marked for number in re.findall(r"\d+(?:\.\d+)?", text)]


def main(path: str, library: str, many: int = MANY) -> int:
    """Ask the altered figures of a file of articles; return 1 where one was answered without being told."""
    rng = Random(SEED)  # noqa: S311 - no secret: the same queries on every machine
    articles = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    queries = [one for article in articles for one in altered(article["text"], rng)]
    rng.shuffle(queries)
    store = Store(library)
    answering = Answering(store)
    untold, marked, answered = [], [], 0
    for query, number in queries[:many]:
        answer = answering.search(query)
        answered += answer.answered
        untold += [] if is_told(answer, number) else [query]
        others = [one for one in highlighted(answer) if one not in query]
        marked += [f"{query} ({', '.join(others)})"] if others else []
    store.close()
    print(
        f"{len(queries[:many])} asked, {answered} answered, {len(untold)} not told, {len(marked)} marked wrong"
    )
    for line in (*untold, *marked):
        print(f"  {line}")
    return bool(untold or marked)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3], *map(int, sys.argv[3:4])))
