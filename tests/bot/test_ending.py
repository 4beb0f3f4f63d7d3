"""Serving processes: they end when told, well, and finish what they began."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from urllib.parse import urlencode

import pytest

from bot.console.stand_in import SlackStandIn
from bot.service.serving import serve_socket
from corpus.errors import SettingsError
from tests.bot.signed import COMMAND, Client, bolt_app
from tests.bot.socket_slack import SocketSlack

PROXY = "http://127.0.0.1:9"  # nobody listens there: what goes through it fails
SERVER = """
import sys, time
from slack_bolt import App
from slack_sdk import WebClient
from bot.service.serving import serve_http
from bot.service.signing import Signing
app = App(client=WebClient(token="xoxb-1", base_url=sys.argv[1]), signing_secret="s3cret",
          token_verification_enabled=False)
@app.command("/policy")
def slow(ack, say):
    ack()
    time.sleep(0.5)
    say("done")
serve_http(app, "127.0.0.1", 0, signing=Signing("s3cret"))
print("ended", flush=True)
"""


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_the_server_ends_when_told_and_finishes_what_it_began(ending: signal.Signals) -> None:
    """At SIGTERM and SIGINT a listener that still runs is waited for; exit code 0, no traceback."""
    with SlackStandIn() as slack:
        made = subprocess.Popen(
            [sys.executable, "-c", SERVER, slack.url],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert made.stdout is not None
        port = int(made.stdout.readline().rsplit(":", 1)[1].split("/")[0])
        assert Client(port).signed(urlencode(COMMAND).encode()) == 200
        made.send_signal(ending)
        out, err = made.communicate(timeout=10)
        assert (made.returncode, out, err) == (0, "ended\n", "")
        assert [call.arguments["text"] for call in slack.calls("chat.postMessage")] == ["done"]


SOCKET = """
import sys, time
from slack_bolt import App
from slack_sdk import WebClient
from bot.service.serving import serve_socket
app = App(client=WebClient(token="xoxb-1", base_url=sys.argv[1]), token_verification_enabled=False)
@app.command("/policy")
def slow(ack, say):
    ack("好")
    time.sleep(0.3)
    say("done")
serve_socket(app, "xapp-1", sys.argv[1].rstrip("/"))
print("ended", flush=True)
"""


def test_socket_mode_answers_and_ends_when_told() -> None:
    """An envelope is acknowledged with its answer; SIGTERM ends the process well, its listeners done.

    A proxy of the environment is not asked for what is on this machine.
    """
    with SlackStandIn() as slack, SocketSlack() as far:
        slack.socket_url = far.url
        made = subprocess.Popen(
            [sys.executable, "-c", SOCKET, slack.url],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "HTTPS_PROXY": PROXY, "HTTP_PROXY": PROXY, "no_proxy": ""},
        )
        line = far.connected.get(timeout=10)
        far.send(line, {"envelope_id": "e1", "type": "slash_commands", "payload": COMMAND})
        assert far.answers.get(timeout=5) == {"envelope_id": "e1", "payload": {"text": "好"}}
        made.send_signal(signal.SIGTERM)
        out, err = made.communicate(timeout=15)
        assert (made.returncode, err) == (0, "")
        assert out == "connected to Slack through Socket Mode\nended\n"
        assert [call.token for call in slack.calls("apps.connections.open")] == ["xapp-1"]
        assert [call.arguments["text"] for call in slack.calls("chat.postMessage")] == ["done"]


def test_socket_mode_asks_the_base_url_with_the_app_token() -> None:
    """apps.connections.open goes to SLACK_API_URL, with or without a last slash; a refusal is told."""
    with SlackStandIn() as slack:
        for url in (slack.url, slack.url.rstrip("/")):
            with pytest.raises(SettingsError, match="not_allowed_token_type"):
                serve_socket(bolt_app(slack), "xapp-1", url)
        assert [call.token for call in slack.calls("apps.connections.open")] == ["xapp-1", "xapp-1"]


def test_socket_mode_tells_when_slack_is_away() -> None:
    """No connection at the start is an error that names the address."""
    with SlackStandIn() as slack:
        app, url = bolt_app(slack), slack.url
    with pytest.raises(SettingsError, match="cannot be reached"):
        serve_socket(app, "xapp-1", url)
