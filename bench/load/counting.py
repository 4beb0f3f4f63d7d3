"""From what was asked and what came back to one row: in time, late, lost, never answered.

A request is *late* where its acknowledgement took three seconds or more, or was no 200: Slack has given it up.
What stands in such an acknowledgement is read by nobody. A real answer holds the words that were asked for, in a
timely acknowledgement or at the response_url before the end; an answer without them is an *apology*. Without
either a request is *lost* where it was acknowledged with 200 at some time, and *never* answered where not even that.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from tests.handlers.door import quotations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bench.load.asking import Asked

IN_TIME = 3.0  # seconds; docs.slack.dev/interactivity/implementing-slash-commands
Json = dict[str, Any]


@dataclass
class Row:
    """The figures of one scenario, honest users only; acknowledgements in milliseconds, `cpu_s` the server's."""

    scenario: str
    requests: int = 0
    in_time: int = 0
    late: int = 0
    answered: int = 0
    lost: int = 0
    never: int = 0
    apologies: int = 0
    p50: float = 0.0
    p95: float = 0.0
    most: float = 0.0
    cpu_s: float = 0.0
    tracebacks: int = 0
    notes: Json = field(default_factory=dict)

    def shape(self) -> Json:
        """Return it as JSON keeps it."""
        return asdict(self)


def row(scenario: str, asked: Sequence[Asked], answers: Mapping[str, Sequence[Json]]) -> Row:
    """Count the requests that wait for an answer; `answers` are those that each response_url took."""
    made = Row(scenario, requests=len(asked))
    if not asked:
        return made
    ends = Counter(outcome(one, answers.get(one.response_url, ())) for one in asked)
    made.in_time = sum(timely(one) for one in asked)
    made.late = len(asked) - made.in_time
    made.answered, made.apologies = ends["answered"], ends["apology"]
    made.lost, made.never = ends["lost"], ends["never"]
    took = sorted(1000 * one.took for one in asked)
    made.p50, made.p95, made.most = (took[min(len(took) - 1, int(at * len(took)))] for at in (0.5, 0.95, 1))
    return made


def timely(one: Asked) -> bool:
    """Whether Slack would have taken this acknowledgement."""
    return one.status == 200 and one.took < IN_TIME


def outcome(one: Asked, later: Sequence[Json]) -> str:
    """Tell how a request ended: answered, apology, lost or never."""
    said = [*([json.loads(one.body)] if timely(one) and one.body else []), *later]
    if any(is_real(message, one) for message in said):
        return "answered"
    if said:
        return "apology"
    return "lost" if one.status == 200 else "never"


def is_real(message: Json, one: Asked) -> bool:
    """Whether a message answers: a quotation that holds the words, for help the usage that is asked for."""
    if one.kind == "help":
        return one.words in json.dumps(message, ensure_ascii=False)
    return any(one.words in said for said in quotations(message))


def mentions(asked: Sequence[Asked], threads: Mapping[tuple[str, str], Sequence[Json]]) -> Json:
    """Count how each mention ended, by the posts in the thread that it opened: once is once and a real answer."""
    ends = Counter(_mentioned(one, threads.get(one.thread, ())) for one in asked)
    acknowledged = sum(timely(one) for one in asked)
    counts = {"mentions": len(asked), "acknowledged in time": acknowledged}
    return {**counts, **{name: ends[name] for name in ("once", "twice", "unanswered", "only an apology")}}


def _mentioned(one: Asked, posts: Sequence[Json]) -> str:
    if len(posts) != 1:
        return "twice" if posts else "unanswered"
    return "once" if is_real(posts[0], one) else "only an apology"
