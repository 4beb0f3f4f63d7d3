"""A sub-command as it came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handlers.request import Request


@dataclass(frozen=True, slots=True)
class Typed:
    """Who asked, and what stands behind the sub-command's word."""

    request: Request
    rest: str
