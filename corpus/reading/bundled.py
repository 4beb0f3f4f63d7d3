"""Where the articles lie that the bot is delivered with."""

from __future__ import annotations

from pathlib import Path


def path() -> Path:
    """Return the folder of the bundled articles, which are package data and kept byte for byte."""
    return Path(__file__).resolve().parent.parent / "articles"
