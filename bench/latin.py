"""Put every Latin word and number of a library to it, in any case and width, and count what is answered as it stands.

    python bench/latin.py ../shared/bench [--folder build/latin] [--list]

This is the class `latin_only`. The queries are made from the articles: the bundled one, and those of the four DEV
collections. A query counts as answered where the first section holds it as typed between its borders: letters beside
letters and digits beside digits are none. A word that stands in titles and headings alone counts where the section
stands under one. What stands as typed is told here by the raw text, never by the program's own rule.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

COLLECTIONS = ("small", "statutes", "cmrc", "drcd")
UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
SHORTEST = 2  # characters of a word or number
# letters, with accents too; a number with its point, commas and per cent; letters, digits and signs as they are
# printed: PM2.5, 80EFLOPS, COVID-19, 1+N
LETTER = "[a-z\u00df-\u024f\u0370-\u052f\u1e00-\u1fff]"
KINDS = {
    "word": re.compile(rf"{LETTER}{{2,}}"),
    "number": re.compile(rf"(?<!{LETTER})(?<![\d.,])\d+(?:[.,]\d+)*%?"),
    "joined": re.compile(
        rf"(?<![\d.,])(?<!{LETTER})(?=[\d.+&-]*{LETTER})(?:{LETTER}|\d)+(?:[.+&-](?:{LETTER}|\d)+)*%?(?![.,]\d)"
    ),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A query of one kind, typed in one way, and the word that it was made of."""

    word: str
    kind: str
    way: str
    typed: str


def plain(text: str) -> str:
    """Level width and case, without marks that nobody sees; the comma that divides a list is not that of a number."""
    return normalize("NFKC", UNSEEN.sub("", text).replace("\uff0c", "、")).lower()


def words(texts: list[str]) -> dict[str, str]:
    """Return every Latin word and number of some texts, each with its kind; a joined one is neither a word alone."""
    found: dict[str, str] = {}
    for text in map(plain, texts):
        for kind, pattern in KINDS.items():
            for one in pattern.findall(text):
                if len(one) >= SHORTEST:
                    found.setdefault(one, kind)
    return found


def ways(word: str) -> dict[str, str]:
    """Type a word in every case and in full width; ways that give the same are one."""
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in word)
    typed = {"lower": word, "upper": word.upper(), "title": word.title(), "wide": wide}
    return {text: way for way, text in reversed(typed.items())}


def stands(word: str, text: str) -> bool:
    """Whether a word stands in a text between its borders; a space may stand between a letter and a digit."""
    before = r"(?<!\d)(?<!\d\.)" if word[0].isdigit() else rf"(?<!{LETTER})"
    after = rf"(?!{LETTER})" if word[-1].isalpha() else "" if word[-1] == "%" else r"(?!\d)(?!\.\d)"
    printed = re.sub(rf"(?<={LETTER})(?=\d)|(?<=\d)(?={LETTER})", " ?", re.escape(word))
    return re.search(before + printed + after, plain(text)) is not None


def answers(queries: list[str], db: str, folder: Path) -> list[dict[str, object]]:
    """Put queries to the program in one warm process."""
    listed = folder / "queries.txt"
    listed.write_text("\n".join(queries) + "\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "bot",
        "search",
        "--from",
        str(listed),
        "--limit",
        "1",
        "--json",
        "--db",
        db,
    ]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")  # noqa: S603 - our own program
    return [json.loads(line) for line in done.stdout.splitlines()]


def verdict(word: str, answer: dict[str, object]) -> str:
    """Say how a word was answered: in the text, under a title or heading, by another text, or not at all."""
    results = answer["results"]
    if not isinstance(results, list) or not results:
        return "refused"
    section, title = results[0]["section"], results[0]["article"]["title"]
    if stands(word, section["text"]):
        return "text"
    return "heading" if any(stands(word, head) for head in (title, *section["headings"])) else "other"


def measure(
    name: str, source: Path, texts: list[str], folder: Path
) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Import one library, ask it for each of its words, and count the verdicts by kind."""
    db = f"sqlite:///{folder / name}.db"
    command = [sys.executable, "-m", "bot", "import", str(source), "--db", db]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
    asked = [
        Asked(word, kind, way, typed)
        for word, kind in sorted(words(texts).items())
        for typed, way in ways(word).items()
    ]
    counts: Counter[tuple[str, str]] = Counter()
    missed = []
    for one, answer in zip(asked, answers([one.typed for one in asked], db, folder), strict=True):
        found = verdict(one.word, answer)
        counts[one.kind, found] += 1
        missed += (
            [f"{name} {one.kind} {one.way}: {one.typed} ({found})"] if found in {"refused", "other"} else []
        )
    return counts, missed


def main() -> None:
    """Ask each library and print, by kind, the share that is answered as it stands."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--folder", type=Path, default=Path("build/latin"))
    parser.add_argument("--only", default="", help="libraries, divided by commas")
    parser.add_argument("--list", action="store_true", help="print what was missed")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    for old in args.folder.glob("*.db*"):
        old.unlink()
    bundled = Path("corpus/articles")
    sources = {
        "bundled": (bundled, [one.read_text(encoding="utf-8") for one in sorted(bundled.glob("*.txt"))])
    }
    for name in COLLECTIONS:
        source = args.bench / "dev" / name / "articles.jsonl"
        lines = source.read_text(encoding="utf-8").splitlines()
        sources[name] = source, [json.loads(line)["text"] for line in lines]
    print(f"{'library':10}{'kind':10}{'n':>7}{'text':>8}{'heading':>9}{'other':>8}{'refused':>9}{'share':>8}")
    for name, (source, texts) in sources.items():
        if args.only and name not in args.only.split(","):
            continue
        counts, missed = measure(name, source, texts, args.folder)
        for kind in KINDS:
            row = [counts[kind, found] for found in ("text", "heading", "other", "refused")]
            share = sum(row[:2]) / (sum(row) or 1)
            print(
                f"{name:10}{kind:10}{sum(row):7}" + "{:8}{:9}{:8}{:9}".format(*row) + f"{share:8.4f}",
                flush=True,
            )
        if args.list:
            print("\n".join(missed))


if __name__ == "__main__":
    main()
