"""The library of the load run, and what is asked of it: phrases that stand in it, a code, the dearest message.

Made of the small DEV collections and the bundled article where they are at hand (5,900 sections in half a minute),
else of the bundled article and made texts; kept in build/ for the next run.
"""

from __future__ import annotations

import random
import re
import sqlite3
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.crowd import write
from corpus.reading import bundled

if TYPE_CHECKING:
    from pathlib import Path

COLLECTIONS = ("cmrc", "drcd", "small")
MADE = 1_000  # articles of made text, where no collection is at hand
SHORTEST, LONGEST = 9, 14  # characters of a phrase that is asked for
SENTENCES, LENGTH = 60, 200  # of the dearest message: as many as are compared, each as long as a query may be
PHRASE = re.compile(rf"[\u4e00-\u9fff]{{{SHORTEST},{LONGEST}}}")
PIECE = 3  # characters
RUN = re.compile(r"[\u4e00-\u9fff]{6,}")


@dataclass(frozen=True)
class Library:
    """A file, `phrases` that stand in it word for word, `code` of a passage, and what is dear to look up."""

    path: Path
    phrases: tuple[str, ...]
    code: str
    dear: str


def library(folder: Path, shared: Path, program: Path) -> Library:
    """Return the library, made anew where `folder` has none."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "policy.db"
    if not path.exists():
        known = [shared / "dev" / name / "articles.jsonl" for name in COLLECTIONS]
        texts = [one for one in known if one.exists()] or [write(folder, MADE)]
        unfinished = folder / "unfinished.db"
        unfinished.unlink(missing_ok=True)
        command = [str(program), "import", str(bundled.path()), *map(str, texts), "--db", str(unfinished)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
        unfinished.rename(path)
    return read(path)


def read(path: Path) -> Library:
    """Choose what is asked, the same at each run over the same library."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as store:
        rows = store.execute(
            "SELECT code, text FROM sections WHERE removed_at IS NULL ORDER BY code"
        ).fetchall()
    store.close()
    dice = random.Random(12)  # noqa: S311 - a choice that must be the same at each run
    dice.shuffle(rows)
    texts = [text for _, text in rows]
    phrases = dict.fromkeys(found[0] for text in texts if (found := PHRASE.search(text)))
    return Library(path, tuple(phrases)[:2_000], rows[0][0], dearest(texts, dice))


def dearest(texts: list[str], dice: random.Random) -> str:
    """Make a message whose every sentence is long, of very frequent words, and nowhere in the library.

    Pieces of three characters out of many places make a sentence that has candidates everywhere and an answer
    nowhere: the dearest of twelve kinds that were tried (frequent pairs, slips, pinyin, clauses, questions …).
    """
    runs = [found[0][:PIECE] for text in texts for found in RUN.finditer(text)]
    return "".join(
        "".join(dice.choice(runs) for _ in range(LENGTH // PIECE)) + "。" for _ in range(SENTENCES)
    )
