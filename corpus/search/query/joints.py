"""Parts a document from what is asked of it, where only words of talk stand between them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpus.search.query.borders import spaced
from corpus.search.query.talk import beginnings, offsets_of
from corpus.text.document_names import document_in
from corpus.text.expressions import any_of

if TYPE_CHECKING:
    from corpus.search.query.talk import Path

LONGEST = 20  # characters of the name of a report
_PAPER = re.compile("(?:报告|公报|讲话|白皮书)$")
SHORTEST = 2  # characters of a document's name before its kind, and of what is asked of it


@cache
def _document() -> re.Pattern[str]:
    """Match where a document's name ends."""
    return re.compile(f"(?:{any_of('document_kinds', 'named', 'placed')}|报告|讲话|公报|白皮书)")


@cache
def _standing() -> re.Pattern[str]:
    """Match what is said to stand in a document: …在2025年政府工作报告."""
    return re.compile(rf"^(.{{{SHORTEST},}})在(.{{{SHORTEST},}}{_document().pattern}) *$")


def parted(text: str) -> str:
    """Return a query with a space for the words between a document and what is asked of it; else as it is.

    2025年政府工作报告里关于房地产的 gives 2025年政府工作报告 房地产, and 试用期在劳动合同法 gives 劳动合同法 试用期.
    """
    folded, offsets = spaced(text), offsets_of(text)
    stands = _standing().match(folded)
    if stands is not None and _names_document(stands[2]):
        what, where = (text[offsets[stands.start(at)] : offsets[stands.end(at) - 1] + 1] for at in (1, 2))
        return f"{where} {what}"
    for found in _document().finditer(folded, SHORTEST):
        end = found.end()
        paths = beginnings(folded[end:]) if _names_document(folded[:end]) else {}
        joints = [at for at, path in paths.items() if _is_joint(path) and len(folded) - end - at >= SHORTEST]
        if joints:
            last = offsets[end - 1] + 1
            last += text[last : last + 1] in {"》", "”", "」"}  # the mark that closes the title
            return f"{text[:last]} {text[offsets[end + max(joints)] :]}"
    return text


def _names_document(text: str) -> bool:
    """Whether a text is the name of a document and nothing else."""
    name = text.strip()
    return document_in(name)[1] or (len(name) <= LONGEST and _PAPER.search(name) is not None)


def _is_joint(path: Path) -> bool:
    """Whether words lead from a document to a topic: 里关于, 中提到的, 对."""
    words = [token for token in path if not token.divides]
    plain = [token for token in words if not token.is_a("aspect")]
    if not plain or any(token.breaks for token in path):
        return False
    if words[-1].is_a("topic"):
        return True
    return plain[0].is_a("in") and plain[-1].is_a("tell") and len(plain) > 1
