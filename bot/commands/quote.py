"""`policy-bot quote`: print one passage worth quoting."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from bot import shapes, terminal
from corpus.errors import QueryError
from corpus.quoting.fitness import quotable
from handlers.answering import Answering

if TYPE_CHECKING:
    import argparse

    from bot.command_context import CommandContext
    from handlers.answer import Quoted


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `quote`."""
    parser.add_argument(
        "--seed", type=int, metavar="N", help="choose by this number; the same again chooses the same"
    )
    parser.add_argument(
        "--deck",
        metavar="CHANNEL",
        help="deal the deck of a channel (its id) again from its stored seed, and compare",
    )
    parser.add_argument("--explain", action="store_true", help="say why the passage is worth quoting")


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Print the passage; exit 1 where the library holds none worth quoting."""
    if args.deck:
        return _audit(args, place)
    rng = Random(args.seed)  # noqa: S311 - which passage is shown is no secret
    with place.library() as store:
        quoted = Answering(store).quote(rng)
    if quoted is None:
        raise QueryError("no passage is fit for quoting", which=place.db, next_step="import an article first")
    if args.json:
        why = {"reasons": list(reasons(quoted))} if args.explain else {}
        place.say_json(shapes.passage_shape(quoted) | why)
        return 0
    for line in terminal.passage_lines(quoted, bold=False):
        place.say(line)
    if args.explain:
        for reason in reasons(quoted):
            place.say(f"    {reason}")
    return 0


def _audit(args: argparse.Namespace, place: CommandContext) -> int:
    """Print the seed, each post with whether it is the card that the seed gives, and the next card."""
    from handlers.daily.deck_replay import replayed
    from handlers.daily.quote_pool import QuotePool

    with place.library() as store:
        found = [one for one in store.subscriptions.all() if one.channel == args.deck]
        if not found:
            raise QueryError(
                "has no daily quotes", which=args.deck, next_step="give the channel's id, as C0123456789"
            )
        wanted, pool = found[0], QuotePool(store)
        turns = replayed(wanted, store, pool)
        card = pool.next(wanted.seed, wanted.theme, store.daily.history(*wanted.channel_key))
    following = {"code": card.passage.code, "round": card.round} if card else None
    if args.json:
        names = {"date": "day", "round": "round", "code": "code", "theme": "theme"}
        posts = [
            {**{name: getattr(turn.post, field) for name, field in names.items()}, "as_dealt": turn.as_dealt}
            for turn in turns
        ]
        shape = {"channel": wanted.channel, "seed": wanted.seed, "theme": wanted.theme}
        place.say_json({**shape, "posts": posts, "next": following})
        return 0
    place.say(f"{wanted.channel}: seed {wanted.seed}" + (f", theme {wanted.theme}" if wanted.theme else ""))
    for turn in turns:
        word = "as the seed gives it" if turn.as_dealt else "another card by the library of today"
        theme = f" (theme {turn.post.theme or 'none'})" if turn.post.theme != wanted.theme else ""
        place.say(f"{turn.post.day}  round {turn.post.round}  {turn.post.code}  {word}{theme}")
    place.say(f"next: round {card.round}  {card.passage.code}" if card else "next: nothing fit for quoting")
    return 0


def reasons(quoted: Quoted) -> tuple[str, ...]:
    """Say why a passage is worth quoting."""
    fit = quotable(quoted.section)
    return next((one.reasons for one in fit if one.excerpt == quoted.excerpt), ())
