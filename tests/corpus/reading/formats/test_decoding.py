"""From bytes to text: the encodings of a policy desk, and what is no text."""

from __future__ import annotations

import codecs

import pytest

from corpus.errors import ReadingError
from corpus.reading.formats.decoding import decode, printed


@pytest.mark.parametrize(
    "raw",
    [
        "数字经济".encode(),
        codecs.BOM_UTF8 + "数字经济".encode(),
        codecs.BOM_UTF16_LE + "数字经济".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "数字经济".encode("utf-16-be"),
        "数字经济，引领高质量发展。".encode("gb18030"),
    ],
)
def test_every_encoding_of_a_policy_desk_is_read(raw: bytes) -> None:
    """UTF-8 with and without a mark, UTF-16 and GB18030 all give the text, without the mark."""
    assert decode(raw, "a.txt").startswith("数字经济")


@pytest.mark.parametrize(
    "raw", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(500), b"\xd0\xcf\x11\xe0abc"]
)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    """Bytes that are no text are refused in one line that names the file and the next step."""
    with pytest.raises(ReadingError, match=r"^a\.txt: .*; .*save it"):
        decode(raw, "a.txt")


def test_zero_width_characters_are_not_printed() -> None:
    """Zero-width spaces, joiners and soft hyphens leave no mark on paper and none in the text."""
    assert printed("数\u200b字\ufeff经\u00ad济") == "数字经济"
