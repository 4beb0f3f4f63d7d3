"""Where a process that serves writes its log; `logging` is slow to load, and a search does without."""

from __future__ import annotations

import logging


def to_stderr() -> None:
    """Write warnings and errors to the standard error, each with its time and where it comes from."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
