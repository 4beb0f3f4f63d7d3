"""Names of a library's own texts, altered: none is to be answered without being told.

    python bench/altered_names.py ARTICLES.jsonl LIBRARY [MANY]

LIBRARY is a database into which the articles were imported. It asks for names and terms of the texts with one
character replaced, dropped, put in or swapped with its neighbour, and for Latin names with one letter or digit
changed. It lists the queries whose first passage holds them nowhere and for which no other wording is offered
(`did_you_mean`).
"""

from __future__ import annotations

import json
import re
import sys
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from corpus.search.query.references import clause_of
from corpus.text.normalize import normalize_letters
from corpus.text.segmentation import cut_words, is_stop
from db.store import Store
from handlers.answering import Answering

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handlers.answer import Answer

SEED, MANY = 20261201, 500
LEAST, MOST = 3, 9  # characters of a name
WAYS = ("replaced", "dropped", "put in", "swapped")
ASKING = "找查看请求问给帮要想"  # put before a name they ask for it and alter nothing
_NAMED = re.compile(r"[“「『《]([\u4e00-\u9fff]{3,9})[”」』》]")
_RUN = re.compile(r"[\u4e00-\u9fff]+")
_LATIN = re.compile(r"(?<![A-Za-z\d.])(?:[A-Z]+-?\d+|\d+[A-Z]+|[A-Z]{3,})(?![A-Za-z\d.])")


def names(text: str) -> Iterator[str]:
    """Yield the names and terms of a text: what stands in quotation marks, and two or three whole words in a row."""
    yield from (found[1] for found in _NAMED.finditer(text))
    for run in _RUN.findall(text):
        words = cut_words(run)
        for some in (*pairwise(words), *zip(words, words[1:], words[2:], strict=False)):
            if not any(is_stop(word) or len(word) < 2 for word in some) and len("".join(some)) <= MOST:
                yield "".join(some)


def is_name(name: str) -> bool:
    """Whether a name is no number of a clause: 第 left out of 第三十六条 says the same."""
    return not clause_of(name)[1]


def latin_names(text: str) -> Iterator[str]:
    """Yield the Latin names of a text: C919, 5G, GDP."""
    yield from _LATIN.findall(text)


def altered(name: str, way: str, others: str, rng: Random) -> str:
    """Return a name with one character replaced, dropped, put in (from `others`) or swapped with its neighbour."""
    at = rng.randrange(len(name))
    other = rng.choice(others)
    if way == "replaced":
        return f"{name[:at]}{other}{name[at + 1 :]}"
    if way == "dropped":
        return f"{name[:at]}{name[at + 1 :]}"
    if way == "put in":
        return f"{name[:at]}{other}{name[at:]}"
    at = min(at, len(name) - 2)
    return f"{name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]}"


def altered_latin(name: str, rng: Random) -> str:
    """Return a Latin name with one letter or digit of it changed into another."""
    at = rng.choice([at for at, char in enumerate(name) if char.isalnum()])
    kind = "0123456789" if name[at].isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return f"{name[:at]}{rng.choice(kind.replace(name[at], ''))}{name[at + 1 :]}"


def queries(texts: Iterable[str], many: int, rng: Random) -> list[str]:
    """Return altered names of texts, each of which stands in none of them; one in ten is a Latin one."""
    texts = list(texts)
    letters = "\n".join(map(normalize_letters, texts))
    known = sorted({name for text in texts for name in names(text) if is_name(name)})
    latin = sorted({name for text in texts for name in latin_names(text)})
    others = "".join(char for text in texts for char in "".join(_RUN.findall(text)) if char not in ASKING)
    made: dict[str, None] = {}
    for at in range(20 * many):
        if at % 10 or not latin:
            query = altered(rng.choice(known), WAYS[at % len(WAYS)], others, rng)
        else:
            query = altered_latin(rng.choice(latin), rng)
        if len(query) >= LEAST - 1 and normalize_letters(query) not in letters:
            made[query] = None
        if len(made) == many:
            break
    return list(made)


def is_told(answer: Answer) -> bool:
    """Whether an answer is none, or says what it has in the place of what was asked."""
    return not answer.answered or bool(answer.did_you_mean)


def main(path: str, library: str, many: int = MANY) -> int:
    """Ask the altered names of a file of articles; return 1 where one was answered without being told."""
    articles = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    texts = [f"{article['title']}\n{article['text']}" for article in articles]
    asked = queries(texts, many, Random(SEED))  # noqa: S311 - no secret: the same queries on every machine
    store = Store(library)
    answering = Answering(store)
    untold, answered = [], 0
    for query in asked:
        answer = answering.search(query)
        answered += answer.answered
        if not is_told(answer):
            first = answer.passages[0]
            how = first.match.matched if first.match else ""
            untold.append(f"{query} ({how}): {first.excerpt.text[:60]}")
    store.close()
    print(f"{len(asked)} asked, {answered} answered, {len(untold)} not told")
    for line in untold:
        print(f"  {line}")
    return bool(untold)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3], *map(int, sys.argv[3:4])))
