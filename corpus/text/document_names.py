"""Documents by name: what is one, the place that it begins with, and what makes two names one document."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate

from rapidfuzz.distance import OSA, Levenshtein

from corpus.text.expressions import any_of
from corpus.text.normalize import normalize_letters
from corpus.text.phonetics import sounds
from corpus.text.segmentation import cut_words
from corpus.text.tables import lines

STATE = "中华人民共和国"  # left out of a law's title where the law is named in passing
ALIKE = 0.7  # likeness from which a name may be another one, mistyped
LONGEST_PLACE = 8  # characters of a place on the list
LEAST_LEFT = 3  # characters that are left of a name after its place
REMEMBERED = 65_536  # titles, some 20 MB
KIND = any_of("document_kinds", "named")
_LAWS = re.compile(f"{any_of('document_kinds', 'clauses')}$")  # what has clauses
_PLANS = re.compile(f"{any_of('document_kinds', 'placed')}$")  # a document only where a place comes first
# words that end like a law and are none, alone or behind two characters: 执法, 行政执法; 公司法 is a law
_ORDINARY = re.compile(
    r"(?:..)?[方做看想说手用算书语疗执司立违合非守普依设无枉乘加减除魔戏句兵章技讲提写叫读打玩吃律]法"
)
TAIL = re.compile(r"(?:试行|暂行|草案|征求意见稿|(?:19|20)\d\d年?(?:修订|修正|修改)?[本版]?)$")
PLACE_ENDS = "省|市|自治[区州]|特别行政区|地区|[州盟]"
_AUTONOMOUS = re.compile("自治[区州]$")
_SUFFIX = re.compile(f"(?:{PLACE_ENDS})$")
_AFTER = re.compile(r"省|市|[^\W\d]{0,4}自治[区州县旗]|特别行政区|地区|[州盟]")
_UNKNOWN = re.compile(r".{2,7}?自治[区州县旗]|.{2,3}?[省市县区州盟旗]")
_LEVELS = (
    ("县", "区", "旗"),
    ("市", "州", "盟"),
    ("省", "自治区", "特别行政区"),
)  # of places, the lowest first
# what stands in the titles of many
_GENERAL = re.compile(f"{KIND}|管理|监督|促进|保护|保障|服务|建设|实施|工作|若干|暂行|安全")
_MARKED = re.compile(rf"《([^《》]{{2,60}}{KIND})》")
_WHOLE = re.compile(
    rf"^([^，。；：！？、\s]{{2,40}}?{KIND})(?:[的中里对是第有].*|规定了?.+|关于.*|什么时候.*)?[?？。]*$"
)
_IN_PASSING = re.compile(
    r"^[按依根参遵违]|应当|制定|修改|本(?!行政|级|市|省)|有关|什么|怎|哪|如何|请问|通知|报告|[的或a-zA-Z]"
)  # a piece of a sentence, and no name
REPEALED = re.compile("(?<![未没])(?:废止|失效|作废)|repealed", re.IGNORECASE)
"""The status of a document that is not in force any more."""
CONGRESS = re.compile(
    r"(?:中国共产党|中共|党的)?第?(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})"
    r"(?:次全国代表大会|大)(?:上|中|里)?(?:的|所作的)?(?:工作)?报告"
)
"""The report of a party congress by its number: 二十大报告, 党的十九大的报告."""
ATTACHED = re.compile(
    r"关于(?:印发|发布|公布|颁布|转发|批转)(?P<name>.{4,60}?)的(?:通知|公告|决定|函|令)(?:(?:19|20)\d\d年?)?$"
)
"""The title, folded, of a letter that brings a document along: 关于印发….的通知."""
ISSUED = re.compile(r".{2,30}?关于(?=.{4})")


@cache
def places() -> dict[str, tuple[str, frozenset[str]]]:
    """Every place by its short form: the unit that it lies in (itself, for one at the top), and what lies in it."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for line in lines("places.txt"):
        unit, *inside = line.split()
        found[unit] = unit, frozenset(inside)
        found.update((one, (unit, frozenset())) for one in inside)
    return found


def short_place(place: str) -> str:
    """Return the short form of a place: 杭州 for 杭州市, 宁夏 for 宁夏回族自治区."""
    if place in places():
        return place
    if _AUTONOMOUS.search(place):  # its people stand between its name and its kind
        return next(
            (place[:width] for width in (4, 3, 2) if place[:width] in places()), _SUFFIX.sub("", place)
        )
    return _SUFFIX.sub("", place)


def is_document(name: str, *, clause: bool = False) -> bool:
    """Whether a folded name ends like a document and not like another word: 执法, 办法 alone.

    `clause` says that a clause of it is named: then it is a law or the like.
    """
    if _PLANS.search(name) and not clause:
        return bool(parted(name)[0])
    found = _LAWS.search(name)
    return found is not None and found.start() > 0 and not _ORDINARY.fullmatch(cut_words(name)[-1])


@lru_cache(maxsize=REMEMBERED)
def parted(name: str) -> tuple[str, str]:
    """Part a folded name or title into the place that it begins with, in its short form, and the rest.

    The state's name is left out. A place is one of the list, or two or three characters before 市, 县, 区.
    """
    place, rest, level = "", name.removeprefix(STATE), len(_LEVELS)
    while True:
        width = _leading(rest)
        lower = _level(rest[:width])
        if not width or len(rest) - width < LEAST_LEFT or lower >= level:
            return place, rest
        place, rest, level = short_place(rest[:width]), rest[width:], lower


def _level(place: str) -> int:
    """Return how high a place is: 浙江省 before 杭州市 before 西湖区, and none of them before its like."""
    if place in places():
        return 2 if places()[place][0] == place else 1
    return max((at for at, ends in enumerate(_LEVELS) if place.endswith(ends)), default=1)


def _leading(name: str) -> int:
    """Return how many characters of a name are the place that it begins with."""
    known = places()
    widths = (width for width in range(LONGEST_PLACE, 1, -1) if name[:width] in known)
    width = next(widths, 0)
    if width:
        after = _AFTER.match(name, width)
        return after.end() if after else width
    unknown = _UNKNOWN.match(name)
    return unknown.end() if unknown else 0


def is_same(name: str, other: str) -> bool:
    """Whether two folded names are one document: the same place and subject, with a slip at most.

    Places must be the same, or sound so where one of them is none: 杭洲 is 杭州, 义乌 is not. A slip leaves no
    whole word in place of another: 河道 is not 航道, nor 条例 规定.
    """
    (place, rest), (there, other_rest) = parted(name), parted(other)
    if place != there and (sounds(place) != sounds(there) or {place, there} <= places().keys()):
        return False
    return rest == other_rest or _is_slip(rest, other_rest)


def _is_slip(name: str, other: str) -> bool:
    if sounds(name) == sounds(other):
        return True
    if OSA.normalized_similarity(name, other) < ALIKE:
        return False
    return sorted(name) == sorted(other) or not (_says_more(name, other) or _lacks_a_word(name, other))


def _says_more(name: str, other: str) -> bool:
    """Whether a name holds a word that the other has not, nor anything that sounds so."""
    heard, words = sounds(other), cut_words(name)
    if not (_LAWS.search(words[-1]) or _PLANS.search(words[-1])):
        words = words[:-1]  # 条列 is a word of the dictionary, but no kind of document
    return any(len(word) > 1 and word not in other and sounds(word) not in heard for word in words)


def _lacks_a_word(name: str, other: str) -> bool:
    """Whether a whole word of the other stands nowhere in a name."""
    spoken, heard = sounds(name), sounds(other)
    new = {
        edit.dest_pos
        for edit in Levenshtein.editops(name, other)
        if edit.tag == "insert" or (edit.tag == "replace" and spoken[edit.src_pos] != heard[edit.dest_pos])
    }
    words = cut_words(other)
    ends = accumulate(map(len, words))
    return any(
        len(word) > 1 and new.issuperset(range(end - len(word), end))
        for word, end in zip(words, ends, strict=True)
    )


@lru_cache(maxsize=REMEMBERED)
def bare_title(title: str) -> str:
    """Return a folded title without the state's name."""
    return title.replace(STATE, "") or title


@lru_cache(maxsize=REMEMBERED)
def subject(title: str) -> frozenset[str]:
    """Return the character pairs of what a document is about: no place, no kind, nothing that many are named."""
    pieces = _GENERAL.split(parted(title)[1])
    return frozenset(piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1))


def document_in(text: str) -> tuple[str, bool]:
    """Return the document that a query names, as typed, and whether it is all that the query says.

    《…条例》 anywhere, all that is typed, or a word of it that is nothing but a name and says what it is about.
    """
    congress = CONGRESS.search(text)
    if congress:
        return congress[0], congress[0] == text.strip(" ?？。《》")
    marked = _MARKED.search(text)
    if marked:
        return marked[1], len(marked[0]) == len(text.strip())
    whole = _WHOLE.match(text.strip())
    if whole is not None and _is_name(whole[1]):
        return whole[1], whole[1] == text.strip(" ?？。")
    words = (word for word in text.split() if (found := _WHOLE.match(word)) and found[1] == word)
    return next((word for word in words if _is_name(word) and subject(normalize_letters(word))), ""), False


def _is_name(written: str) -> bool:
    """Whether a text that ends like a document is the name of one, and no piece of a sentence."""
    return not _IN_PASSING.search(written) and is_document(normalize_letters(written))
