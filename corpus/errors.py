"""The errors of the house: each says what happened, to which thing, and what to do next."""

from __future__ import annotations

import re
from functools import partial

# a name and a password before the host (RFC 3986, 3.2.1), also where a slash in the password was not encoded
_USERINFO = re.compile(r"(?<=://)(?:[^\s/?#]*|[^\s/?#@:]*:\S*)@")


def without_userinfo(text: str) -> str:
    """Return a text with … for the name and the password in each address that it holds."""
    return _USERINFO.sub("…@", text)


class PolicyError(Exception):
    """Base of every error that a person may read.

    `what` happened, `which` thing it happened to, and the `next_step` to take; each is one line, and an
    address in it has lost its password.
    """

    def __init__(self, what: str, *, which: str = "", next_step: str = "") -> None:
        self.what, self.which = without_userinfo(what), without_userinfo(which)
        self.next_step = without_userinfo(next_step)
        super().__init__(self.what, self.which, self.next_step)

    def __reduce__(self) -> tuple[partial[PolicyError], tuple[()]]:
        """Let an error travel from one process to another: some of its arguments go by name."""
        return partial(type(self), self.what, which=self.which, next_step=self.next_step), ()

    def __str__(self) -> str:
        said = f"{self.which}: {self.what}" if self.which else self.what
        return f"{said}; {self.next_step}" if self.next_step else said


class ReadingError(PolicyError):
    """A file cannot be read as a policy document."""


class SettingsError(PolicyError):
    """The environment or the command line asks for something that cannot be."""


class StoreError(PolicyError):
    """The database cannot do what was asked of it."""


class DamagedError(StoreError):
    """The database file does not hold what it should: only a backup or a new import helps."""


class UnwritableError(StoreError):
    """The database cannot be written to now: locked by another, full or read-only. Nothing was written."""


class QueryError(PolicyError):
    """A query holds a filter or a form that nobody can answer."""


class UnmatchedError(QueryError):
    """A query's filters can be read, and no article passes them."""


class RepeatedError(QueryError):
    """A query has the same filter twice, with different values."""


class EmptyQueryError(QueryError):
    """A query says what to leave out and not what to look for."""
