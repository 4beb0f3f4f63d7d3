"""Send 11,000 hostile but correctly signed payloads through the WSGI door of the real app; count what came of them.

    python -m bench.hostile [--runs SEED:COUNT …] [--json FILE]

Ends with 1 where one was answered with a 5xx or not at all, left a traceback or typed text in the log, or made a
message with a live ping or link. The same seed sends the same bytes, but for the addresses of the stand-in Slack.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from slack_sdk.signature import SignatureVerifier

from bench.hostile_kinds import RESPONSE_URL
from bench.hostile_payloads import Hostile, hostile
from bench.hostile_seen import Log, live
from bot.app import build_app
from bot.console.stand_in import SlackStandIn
from bot.intake.importing import import_paths
from bot.service.door import Door
from bot.service.signing import Signing
from bot.settings import from_environment
from corpus.reading import bundled
from db.store import Store
from handlers.request_rate import Buckets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from wsgiref.types import WSGIApplication

RUNS = ((1, 6_000), (2, 5_000))  # seed, payloads
NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
REFUSAL = "SlackApiError"  # Slack's own no to a forged window or trigger is printed, and is no fault of ours
SLOW = 3.0  # seconds; Slack gives up then


@dataclass
class Seen:
    """What came of the payloads of one seed."""

    seed: int
    statuses: Counter[int] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    silent: int = 0
    slow: int = 0
    sent: Counter[str] = field(default_factory=Counter)
    pings: Counter[str] = field(default_factory=Counter)
    log: Log = field(default_factory=Log)

    def faults(self) -> dict[str, int]:
        """Return what must be nought."""
        return {
            "5xx": self.failed.total(),
            "turned away as unsigned": self.statuses[401],
            "unanswered": self.statuses[0] + self.silent,
            "over 3 s": self.slow,
            "tracebacks": sum(number for name, number in self.log.places.items() if REFUSAL not in name),
            "log lines with typed text": self.log.leaks.total(),
            "live pings, links and forged references": self.pings.total(),
        }


class Sender:
    """Posts to one app and looks at everything that it sends."""

    def __init__(self, door: WSGIApplication, slack: SlackStandIn) -> None:
        self._door, self._slack = door, slack

    def send(self, one: Hostile, seen: Seen) -> None:
        """Send one payload and count."""
        url = self._slack.response_url()
        body = one.body.replace(RESPONSE_URL.encode(), url.encode()).replace(QUOTED, url.encode())
        begun = time.monotonic()
        status, said = self._post(body, one.content_type)
        seen.slow += time.monotonic() - begun > SLOW
        seen.statuses[status] += 1
        if status >= 500:
            seen.failed[one.kind] += 1
        answers = [json.loads(said)] if said.startswith(b"{") else []
        for call in self._slack.calls():
            seen.sent[call.method] += 1
            answers += [call.arguments, call.arguments.get("view")]
        seen.silent += one.kind == "command" and not one.broken and status == 200 and not answers
        for answer in answers:
            for ping in live(answer, one.users):
                seen.pings[f"{one.kind}: {ping[:60]!r}"] += 1
        self._slack.forget()

    def _post(self, body: bytes, content_type: str) -> tuple[int, bytes]:
        """Sign a body and hand it to the WSGI application; status 0 where that said nothing."""
        stamp = str(int(time.time()))
        verifier = SignatureVerifier(self._slack.signing_secret)
        environ: dict[str, Any] = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": "/slack/events",
            "QUERY_STRING": "",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "CONTENT_TYPE": content_type,
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_X_SLACK_REQUEST_TIMESTAMP": stamp,
            "HTTP_X_SLACK_SIGNATURE": verifier.generate_signature(timestamp=stamp, body=body),
            "wsgi.input": BytesIO(body),
        }
        told: list[str] = []

        def start(status: str, *_: object) -> Callable[[bytes], object]:
            told.append(status)
            return len

        try:
            said = b"".join(self._door(environ, start))
        except Exception:  # what the server would log and answer with 500
            logging.getLogger("waitress").exception("the door failed")
            return 500, b""
        return int(told[0].split()[0]) if told else 0, said


QUOTED = RESPONSE_URL.replace("@", "%40").encode()


def run(seed: int, count: int) -> Seen:
    """Send so many payloads of one seed to an app with the bundled article."""
    seen, dice = Seen(seed), random.Random(seed)  # noqa: S311 - the same payloads for the same seed
    root = logging.getLogger()
    root.addHandler(seen.log)
    try:
        with (
            tempfile.TemporaryDirectory() as scratch,
            SlackStandIn() as slack,
            Store(f"{scratch}/policy.db") as store,
        ):
            list(import_paths(store, [bundled.path()], {}, NOW.isoformat))
            said = {
                "SLACK_BOT_TOKEN": slack.token,
                "SLACK_SIGNING_SECRET": slack.signing_secret,
                "SLACK_API_URL": slack.url,
            }
            app = build_app(
                from_environment(said), store, lambda: NOW, one_thread=True, buckets=Buckets(None)
            )
            slack.workspace.views["V1"] = {"id": "V1", "hash": "1.a"}  # the window that the payloads stand in
            sender = Sender(Door(app, Signing(slack.signing_secret), store.articles.count), slack)
            for number in range(count):
                sender.send(hostile(dice, number), seen)
    finally:
        root.removeHandler(seen.log)
    return seen


def report(seen: Seen, count: int) -> None:
    """Print what came of one seed."""
    print(f"\nseed {seen.seed}: {count} payloads, statuses {dict(sorted(seen.statuses.items()))}")
    print(f"sent to Slack: {dict(seen.sent.most_common())}")
    print("; ".join(f"{name} {number}" for name, number in seen.faults().items()))
    tables = (("5xx by kind", seen.failed), ("tracebacks by place", seen.log.places))
    for title, counted in (*tables, ("typed text in the log", seen.log.leaks), ("live pings", seen.pings)):
        for name, number in counted.most_common(20):
            print(f"  {title}: {number:>5}  {name}")


def main(words: Sequence[str]) -> int:
    """Run all seeds; return 1 where there was a fault."""
    parser = argparse.ArgumentParser(prog="python -m bench.hostile", description=__doc__.split("\n")[0])
    parser.add_argument("--runs", nargs="+", metavar="SEED:COUNT", default=[f"{s}:{n}" for s, n in RUNS])
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the counts here")
    args = parser.parse_args(words)
    kept, faulty = [], False
    for seed, count in (map(int, one.split(":")) for one in args.runs):
        seen = run(seed, count)
        report(seen, count)
        faulty = faulty or any(seen.faults().values())
        counts = {
            "statuses": seen.statuses,
            "places": seen.log.places,
            "pings": seen.pings,
            "leaks": seen.log.leaks,
        }
        kept.append({"seed": seed, "payloads": count, **seen.faults(), **counts})
    if args.json:
        args.json.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return int(faulty)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
