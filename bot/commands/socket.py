"""`policy-bot socket`: serve a workspace through Socket Mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from bot.place import Place


def configure(parser: argparse.ArgumentParser) -> None:
    """Add nothing: the command takes no words of its own."""
    del parser


def run(args: argparse.Namespace, place: Place) -> int:
    """Serve until the process is told to end."""
    # the tokens are checked before Bolt is read
    settings = place.settings.require(["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"])
    from bot.app import build_app
    from bot.serving import serve_socket

    del args
    with place.store() as store:
        serve_socket(build_app(settings, store, place.now), settings.slack_app_token, settings.slack_api_url)
    return 0
