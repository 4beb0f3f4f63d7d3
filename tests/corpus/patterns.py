"""Every pattern that corpus compiles, how it is asked, and runs of its own characters that may take it long."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import corpus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

parser: Any = importlib.import_module("re._parser")  # the only way to see a pattern's parts
kinds: Any = importlib.import_module("re._constants")
Tree = Iterable[tuple[object, Any]]
METHODS = {"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"}
COMMON = " \u3000\t\n.…1一第工aA,，。、；：:（）()“”《》【】〔〕\"'-—·#*_|<>=&/年条"
"""What texts are made of, and what a hostile one is made of."""
CATEGORIES = {
    kinds.CATEGORY_DIGIT: "1",
    kinds.CATEGORY_SPACE: " \u3000\n",
    kinds.CATEGORY_WORD: "a工1",
    kinds.CATEGORY_NOT_SPACE: "工a",
    kinds.CATEGORY_NOT_DIGIT: "工",
    kinds.CATEGORY_NOT_WORD: "，",
}
MOST = 26
"""Characters of one pattern of which runs are made, and places in it at which they begin."""
PAIRED = 9
"""Characters of one pattern of which pairs are made."""
BLANKS = " \u3000\t."
END = "\x00"
"""What nothing goes on with."""
REPEATS = {kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT}


@dataclass(frozen=True)
class Asked:
    """A pattern, where it stands, and by which methods it is asked; all of them where nobody can tell."""

    where: str
    pattern: re.Pattern[str]
    methods: frozenset[str]

    def ask(self, text: str) -> None:
        """Look for the pattern in a text in each of the ways in which it is looked for."""
        if "match" in self.methods:
            self.pattern.match(text)
        if "fullmatch" in self.methods:
            self.pattern.fullmatch(text)
        if self.methods - {"match", "fullmatch"}:
            for _ in self.pattern.finditer(text):
                pass


def modules() -> list[ModuleType]:
    """Return all modules of corpus."""
    found = pkgutil.walk_packages(corpus.__path__, "corpus.")
    return [importlib.import_module(one.name) for one in found]


@cache
def uses() -> dict[tuple[str, str], set[str]]:
    """Return by which methods a name is asked, by its file and itself; no file where it is asked from elsewhere."""
    found: dict[tuple[str, str], set[str]] = {}
    for path in Path(corpus.__path__[0]).rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        lent = {one.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for one in node.names}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                name = str(getattr(node.value, "id", ""))
                file = str(path) if name and name not in lent else ""
                found.setdefault((file, name or str(getattr(node.value, "attr", ""))), set()).add(node.attr)
    return found


def held(value: object) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that a value is or holds."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict):
        for one in [*value.keys(), *value.values()]:
            yield from held(one)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from held(one)


def written(module: ModuleType) -> Iterator[tuple[int, str, re.Pattern[str]]]:
    """Yield the patterns that stand inside functions, with their line and the method that asks them."""
    for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        owner = node.func.value
        if not isinstance(owner, ast.Name) or owner.id != "re" or node.func.attr not in METHODS:
            continue
        source = compile(ast.Expression(node.args[0]), "pattern", "eval")
        try:
            said = eval(source, dict(vars(module)))  # noqa: S307 - our own code, and only its patterns
        except NameError:  # made of what the function was given
            continue
        if isinstance(said, str):
            yield node.lineno, node.func.attr, re.compile(said)


@cache
def patterns() -> list[Asked]:
    """Return every pattern once, with how it is asked."""
    found: dict[str, Asked] = {}
    for module in modules():
        for name, value in vars(module).items():
            for one in held(value):
                methods = uses().get((str(module.__file__), name), set()) | uses().get(("", name), set())
                asked = Asked(f"{module.__name__}.{name}", one, frozenset(methods or METHODS))
                found.setdefault(one.pattern, asked)
        for line, method, one in written(module):
            found.setdefault(one.pattern, Asked(f"{module.__name__}:{line}", one, frozenset({method})))
    return list(found.values())


def alphabet(pattern: re.Pattern[str]) -> str:
    """Return some characters of a pattern, and those that texts are made of."""
    own: dict[str, None] = {}
    _collect(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE), own)
    return "".join(dict.fromkeys([*list(own)[:MOST], *COMMON]))


def _collect(tree: Tree, own: dict[str, None]) -> None:
    for kind, value in tree:
        if kind in {kinds.LITERAL, kinds.NOT_LITERAL}:
            own[chr(value)] = None
        elif kind is kinds.RANGE:
            own[chr(value[0])] = None
        elif kind is kinds.CATEGORY:
            own.update(dict.fromkeys(CATEGORIES.get(value, "")))
        elif kind is kinds.IN:
            _collect(value[:6], own)
        elif kind is kinds.BRANCH:
            for branch in value[1]:
                _collect(branch, own)
        elif kind in {kinds.ASSERT, kinds.ASSERT_NOT}:
            _collect(value[1], own)
        elif isinstance(value, tuple) and value and isinstance(value[-1], parser.SubPattern):
            _collect(value[-1], own)


def openings(pattern: re.Pattern[str]) -> list[str]:
    """Return short texts by which a pattern gets to each of its repetitions; the first is empty."""
    found = {"": None}
    _openings(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE), "", found)
    return list(found)[:MOST]


def _openings(tree: Tree, before: str, found: dict[str, None]) -> str:
    """Note what stands before each endless repetition; return the shortest text that a tree takes, behind `before`."""
    for kind, value in tree:
        if kind in {kinds.LITERAL, kinds.IN, kinds.NOT_LITERAL, kinds.ANY}:
            before += _one(kind, value)
        elif kind is kinds.BRANCH:
            first, *_ = [_openings(branch, before, found) for branch in value[1]]
            before = first
        elif kind in REPEATS:
            least, most, inner = value
            after = _openings(inner, before, found)
            if most is kinds.MAXREPEAT or most > MOST:
                found[before] = None
            if least:
                before = after + after[len(before) :] * (least - 1)
        elif kind is kinds.ATOMIC_GROUP:
            before = _openings(value, before, found)
        elif kind is kinds.SUBPATTERN:
            before = _openings(value[-1], before, found)
    return before


def _one(kind: object, value: Any) -> str:  # noqa: ANN401 - the trees of re have no types
    """Return a character that a set, or a letter, takes."""
    if kind is kinds.LITERAL:
        return chr(value)
    if kind is kinds.IN and value[0][0] is kinds.LITERAL:
        return chr(value[0][1])
    if kind is kinds.IN and value[0][0] is kinds.RANGE:
        return chr(value[0][1][0])
    if kind is kinds.IN and value[0][0] is kinds.CATEGORY:
        return CATEGORIES.get(value[0][1], "工")[0]
    return "工"


def runs(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Yield texts of about so many characters: runs of one and of two characters, bare and behind each opening."""
    letters, begins = alphabet(pattern), openings(pattern)
    own = letters[: max(PAIRED, len(letters) - len(COMMON))][:PAIRED]
    for begin in begins:
        for one in letters if begin == "" else BLANKS + own:
            yield begin + one * length + END
        if begin:
            yield begin * (length // len(begin)) + END
    for one in own + BLANKS:
        for two in own + BLANKS:
            if one != two:
                yield (one + two) * (length // 2) + END
