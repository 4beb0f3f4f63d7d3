"""`policy-bot http`: serve a workspace through signed HTTP requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from bot.command_context import CommandContext


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `http`."""
    parser.add_argument("--host", metavar="ADDRESS", help="the address to listen on (default: HOST)")
    parser.add_argument("--port", type=int, metavar="N", help="the port to listen on (default: PORT)")


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Serve until the process is told to end."""
    # the tokens are checked before Bolt is read
    settings = place.settings.require(["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"])
    from bot.app import build_app
    from bot.daily.wiring import make_home
    from bot.logs import to_stderr
    from bot.service.promising import working
    from bot.service.served_library import served
    from bot.service.serving import serve_http
    from bot.service.signing import Signing
    from bot.service.watching import telling

    to_stderr()
    port = settings.port if args.port is None else args.port
    home = make_home(settings)
    home.admit()
    with (
        served(place) as store,
        telling(settings, store, place.now, home=home),
        working(settings, store, place.now, home=home) as crew,
    ):
        app = build_app(settings, store, place.now, home=home, crew=crew)
        signing = Signing(settings.slack_signing_secret)
        serve_http(
            app, args.host or settings.host, port, check=store.check, signing=signing, begin=crew.ending.begin
        )
    return 0
