"""Make the tables under corpus/data that stay in the repository: syllables, readings, traditional, rarities.

Run from the root of the repository: `python bench/search_tables.py`. The same libraries give the same bytes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log2
from pathlib import Path

import jieba
from opencc import OpenCC
from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict

DATA = Path("corpus/data")
UNSEEN = (
    20  # occurrences added to each character's: one that jieba's dictionary lacks is rare, not impossible
)
RAREST = 23  # bits from which a character is left out of the table: all that it lacks are as rare
HAN = [chr(code) for code in range(0x3400, 0xA000)]
CORRECTED = {"么": "么", "麽": "么", "麼": "么"}  # taken for 幺 by way of Taiwan, which hides 什么
HEADS = {
    "syllables": """# Every toneless syllable (ü written v), tab, the Han characters of which it is the usual reading.
# Rule: each character (U+3400-9FFF) that is simplified by traditional.tsv; the order fixes the symbols.
# Origin: made by bench/search_tables.py from pypinyin 0.55.0. Licence: MIT (see NOTICE).
""",
    "readings": """# Phrases that are not read as their characters are one by one, tab, their syllables.
# Rule: two to six characters, and none whose reading a shorter phrase within it gives already.
# Origin: made by bench/search_tables.py from pypinyin 0.55.0. Licence: MIT (see NOTICE).
""",
    "traditional": """# A character, tab, the traditional and variant ones that it stands for in matching.
# Rule: what t2s or tw2s of OpenCC gives for one character alone; 么 and its variants corrected by hand.
# Origin: made by bench/search_tables.py from OpenCC 1.4.2. Licence: Apache-2.0 (see NOTICE).
""",
    "rarities": """# Bits, tab, the Han characters that say so many: -log2 of their share of all text, rounded.
# Rule: by the frequencies of the dictionary's words, each character 20 times more often; 23 bits and more are left out.
# Origin: made by bench/search_tables.py from dict.txt of jieba 0.42.1, folded by traditional.tsv.
# Licence: MIT, and Apache-2.0 for the folding (see NOTICE).
""",
}
SHORTEST, LONGEST = 2, 6  # characters: longer phrases hold a shorter one with the same reading


def simplified() -> dict[str, str]:
    """Every traditional or variant character with the simplified one that stands for it in matching."""
    to_simplified = OpenCC("t2s").convert
    from_taiwan = OpenCC("tw2s").convert
    pairs = {}
    for char in HAN:
        plain = CORRECTED.get(char) or to_simplified(from_taiwan(char))
        if plain != char and len(plain) == 1:
            pairs[char] = plain
    return {char: pairs.get(plain, plain) for char, plain in pairs.items()}


def readings(pairs: dict[str, str]) -> dict[str, str]:
    """Every Han character with its usual syllable, toneless, ü written v."""
    usual = {}
    for char in HAN:
        if ord(char) in pinyin_dict and char not in pairs:
            syllable = pinyin(char, style=Style.NORMAL)[0][0]
            if syllable.isascii() and syllable.isalpha():
                usual[char] = syllable
    return usual


def phrases(pairs: dict[str, str], usual: dict[str, str]) -> dict[str, list[str]]:
    """Phrases whose reading is not that of their characters one by one."""
    found: dict[str, list[str]] = {}
    for written in sorted(phrases_dict, key=lambda phrase: (len(phrase), phrase)):
        phrase = "".join(pairs.get(char, char) for char in written)
        if not SHORTEST <= len(phrase) <= LONGEST or any(char not in usual for char in phrase):
            continue
        spoken = lazy_pinyin(written, style=Style.NORMAL)
        if len(spoken) == len(phrase) and spoken != read(phrase, usual, found):
            found[phrase] = spoken
    return found


def read(phrase: str, usual: dict[str, str], known: dict[str, list[str]]) -> list[str]:
    """Read a phrase with the shorter phrases found so far."""
    spoken, at = [], 0
    while at < len(phrase):
        for end in range(len(phrase), at + 1, -1):
            if phrase[at:end] in known:
                spoken += known[phrase[at:end]]
                at = end
                break
        else:
            spoken.append(usual[phrase[at]])
            at += 1
    return spoken


def rarities(pairs: dict[str, str]) -> dict[int, str]:
    """Every Han character by how much it says, in bits: -log2 of its share of all text, by jieba's dictionary."""
    counts: Counter[str] = Counter()
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, times, _ = line.split()
        for char in word:
            counts[pairs.get(char, char)] += int(times)
    whole = sum(counts.values())
    by_bits: dict[int, list[str]] = defaultdict(list)
    for char in sorted(set(HAN) & set(counts)):
        by_bits[round(-log2((counts[char] + UNSEEN) / whole))].append(char)
    return {bits: "".join(chars) for bits, chars in sorted(by_bits.items()) if bits < RAREST}


def write(name: str, lines: list[str]) -> None:
    """Write a table under its head."""
    (DATA / f"{name}.tsv").write_text(HEADS[name] + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Write the four tables."""
    pairs = simplified()
    usual = readings(pairs)
    special = phrases(pairs, usual)
    by_syllable: dict[str, list[str]] = defaultdict(list)
    for char, syllable in usual.items():
        by_syllable[syllable].append(char)
    for spoken in special.values():
        for syllable in spoken:
            by_syllable.setdefault(syllable, [])
    lines = [f"{syllable}\t{''.join(by_syllable[syllable])}" for syllable in sorted(by_syllable)]
    write("syllables", lines)
    lines = [f"{phrase}\t{' '.join(spoken)}" for phrase, spoken in sorted(special.items())]
    write("readings", lines)
    by_plain: dict[str, list[str]] = defaultdict(list)
    for char, plain in pairs.items():
        by_plain[plain].append(char)
    lines = [f"{plain}\t{''.join(chars)}" for plain, chars in sorted(by_plain.items())]
    write("traditional", lines)
    lines = [f"{bits}\t{chars}" for bits, chars in rarities(pairs).items()]
    write("rarities", lines)
    print(f"{len(by_syllable)} syllables, {len(special)} phrases, {len(pairs)} traditional characters")


if __name__ == "__main__":
    main()
