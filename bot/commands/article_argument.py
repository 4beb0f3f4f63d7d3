"""The word ARTICLE, which every command about one article takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_article(parser: argparse.ArgumentParser) -> None:
    """Add the id of an article: `policy-bot history digital-economy`."""
    parser.add_argument("article", metavar="ARTICLE", help="the article's id, as `articles` lists it")
