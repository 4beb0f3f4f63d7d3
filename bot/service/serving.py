"""Serving a workspace: signed HTTP on a production WSGI server, or Socket Mode; both end when told to."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import threading
import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TextIO

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from waitress import create_server

from bot.service import loopback
from bot.service.door import EVENTS, LARGEST, Door
from bot.service.http_connection import SPARE, HttpConnection, accept_several, connections
from corpus.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from slack_bolt import App

    from bot.service.signing import Signing

LOGGER = logging.getLogger(__name__)
THREADS = 32  # each waits for one acknowledgement, at most Slack's three seconds
IDLE = 30  # seconds until a connection on which nothing comes is closed
HEADERS = 16_384  # bytes of a request's headers; Slack's take one or two thousand
HELD = 65_536  # bytes of a body that are kept in memory until it is whole; the rest waits in a file
LAST = 9.5  # seconds after which a process that was told to end does so, whatever still runs
ENDINGS = (signal.SIGTERM, signal.SIGINT)


def nothing() -> None:
    """Check nothing: the health of an app without a store."""


def make_server(
    app: App,
    host: str,
    port: int,
    check: Callable[[], object] = nothing,
    *,
    signing: Signing,
    clock: Callable[[], float] = time.monotonic,
) -> Any:  # noqa: ANN401 - waitress has no types
    """Bind a WSGI server for the app; port 0 takes a free one. Raise SettingsError where it cannot listen.

    `clock` tells seconds: by it a request that does not come to its end is given up.
    """
    # a burst is no news: it is what the queue is for
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    most = connections()
    server = create_server(
        Door(app, signing, check),
        sockets=[_listen(host, port)],
        threads=THREADS,
        connection_limit=most + SPARE,
        channel_timeout=IDLE,
        cleanup_interval=5,
        max_request_body_size=LARGEST + 1,  # waitress refuses this many
        max_request_header_size=HEADERS,
        inbuf_overflow=HELD,
        asyncore_use_poll=True,
        ident=None,
    )
    server.channel_class = partial(HttpConnection, clock=clock)
    server.handle_accept = partial(accept_several, server.handle_accept, server.active_channels, most)
    return server


def _listen(host: str, port: int) -> socket.socket:
    """Bind the address; waitress would leave its threads behind where that fails."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise SettingsError(
            f"cannot listen there ({error})", which=f"{host}:{port}", next_step="choose another HOST or PORT"
        ) from error


def serve_http(
    app: App,
    host: str,
    port: int,
    check: Callable[[], object] = nothing,
    out: TextIO | None = None,
    *,
    signing: Signing,
    begin: Callable[[], object] = nothing,
) -> None:
    """Serve until SIGTERM or SIGINT, which calls `begin`, then finish what was begun.

    `check` is called for /healthz and raises PolicyError where the store does not answer.
    """
    loopback.bypass_proxy_for_loopback()
    server = make_server(app, host, port, check, signing=signing)
    address = f"[{host}]" if ":" in host else host
    print(
        f"listening on http://{address}:{server.effective_port}{EVENTS}", file=out or sys.stdout, flush=True
    )
    with told_to_end(_exit, begin):
        server.run()  # waitress ends its own threads at SystemExit
    server.close()
    finish(app)


def serve_socket(
    app: App,
    app_token: str,
    api_url: str,
    out: TextIO | None = None,
    *,
    begin: Callable[[], object] = nothing,
) -> None:
    """Serve through Socket Mode until SIGTERM or SIGINT, which calls `begin`, then finish what was begun.

    `apps.connections.open` goes to `api_url` with the app-level token. Raise SettingsError when Slack
    refuses the connection at the start; a connection lost later is made anew by slack_sdk.
    """
    web = WebClient(token=app_token, base_url=api_url.rstrip("/") + "/")
    loopback.bypass_proxy_for_loopback()
    handler = SocketModeHandler(app, app_token, web_client=web, concurrency=THREADS)
    if loopback.is_here(api_url):
        handler.client.proxy = None
    ended = threading.Event()
    try:
        with told_to_end(lambda *_: ended.set(), begin):
            _connect(handler, api_url)
            print("connected to Slack through Socket Mode", file=out or sys.stdout, flush=True)
            ended.wait()
    finally:
        handler.client.close()
    finish(app)


def finish(app: App) -> None:
    """Wait for the listeners that still run, so that what they say can be sent or kept."""
    app.listener_runner.listener_executor.shutdown(wait=True)


@contextmanager
def told_to_end(
    act: Callable[[int, FrameType | None], object], begin: Callable[[], object] = nothing
) -> Iterator[None]:
    """Call `begin` and act on the first SIGTERM or SIGINT; a second one ends the process as it would any other.

    What was begun has some seconds to come to its end; then the process ends with it.
    """

    def once(number: int, frame: FrameType | None) -> None:
        _restore(before)
        begin()
        last = threading.Timer(LAST, _leave)
        last.daemon = True
        last.start()
        act(number, frame)

    before = {number: signal.signal(number, once) for number in ENDINGS}
    try:
        yield
    finally:
        _restore(before)


def _restore(handlers: dict[signal.Signals, Any]) -> None:
    for number, handler in handlers.items():
        signal.signal(number, handler)


def _exit(*_: object) -> None:
    raise SystemExit


def _leave() -> None:
    """End the process: a call that Slack never answers must not keep it."""
    LOGGER.error("ended %s seconds after it was told to, with work under way", LAST)
    os._exit(1)


def _connect(handler: SocketModeHandler, api_url: str) -> None:
    """Open the first connection, or say why it cannot be opened."""
    try:
        handler.client.connect()
    except SlackApiError as error:
        raise SettingsError(
            f"Slack refuses Socket Mode ({error.response['error']})",
            which="SLACK_APP_TOKEN",
            next_step="use an app-level token with connections:write, and switch Socket Mode on",
        ) from error
    except OSError as error:
        raise SettingsError(
            f"cannot be reached ({error})", which=api_url, next_step="check SLACK_API_URL and the network"
        ) from error
