"""What every process of an import has read before its first document: once, in the one that all are copied from."""

from __future__ import annotations

from bot.intake import work
from corpus.preparing import prepare
from corpus.reading import bundled
from corpus.reading.files import read

__all__ = ["work"]

# the dictionaries and tables are loaded by the first document that is prepared
for document in read(bundled.path() / "digital-economy.txt"):
    prepare(document)
