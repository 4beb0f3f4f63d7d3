"""`policy-bot doctor`: say what is wrong with this installation, and what to do about it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from bot.health_checks import look

if TYPE_CHECKING:
    import argparse

    from bot.command_context import CommandContext


def configure(parser: argparse.ArgumentParser) -> None:
    """Add nothing: the command takes no words of its own."""
    del parser


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Print a line for each finding; exit 1 where something is wrong."""
    wrong = False
    for finding in look(place):
        wrong = wrong or finding.level == "wrong"
        if args.json:
            place.say_json(asdict(finding))
        else:
            tail = f" — {finding.next_step}" if finding.next_step else ""
            place.say(f"{finding.level:<6} {finding.about}: {finding.says}{tail}")
    return int(wrong)
