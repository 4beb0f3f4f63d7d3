"""Lines put together: where a space comes back, and where none does."""

from __future__ import annotations

import pytest

from corpus.reading.layout.joining import Spacing, join


@pytest.mark.parametrize(
    ("block", "joined"),
    [
        (["培育工业", "APP，"], "培育工业 APP，"),
        (["open", "source"], "open source"),
        (["well-", "known"], "well-known"),
        (["数字经", "济"], "数字经济"),
    ],
)
def test_a_space_comes_back_only_where_one_belongs(block: list[str], joined: str) -> None:
    """Between Latin words a space comes back, beside Chinese ones where the document sets it elsewhere."""
    assert join(block, Spacing(["推广工业 APP 应用", "well-known open source"])) == joined


def test_a_document_without_such_spaces_gets_none() -> None:
    """A document that writes 工业APP without a space gets none at a line's end."""
    assert join(["培育工业", "APP"], Spacing(["工业APP应用", "建设APP"])) == "培育工业APP"
