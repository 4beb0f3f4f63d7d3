"""The address of the library: which file DATABASE_URL or `--db` names."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.errors import SettingsError

SCHEME = "sqlite:///"
# what begins as another database's address does, or holds another's key=value pairs, parameters or password
_NO_PATH = re.compile(r":|[a-z][a-z0-9+.\-]+:|.*(?:://|[?\0]|:.*@)", re.IGNORECASE | re.DOTALL)
_NO_BARE_PATH = re.compile(r".*(?:@|=.*\s|\s.*=)", re.DOTALL)


def path_of(url_or_path: str) -> Path:
    """Return the file that `sqlite:///relative`, `sqlite:////absolute` or a bare path names.

    SettingsError where it is anything else; what it is is not repeated, as it may hold a password.
    """
    path = url_or_path.removeprefix(SCHEME)
    is_other = _NO_PATH.match(path) or (path == url_or_path and _NO_BARE_PATH.match(path))
    if not path or is_other:
        raise SettingsError(
            "names no SQLite database",
            which="--db or DATABASE_URL",
            next_step="write sqlite:///relative.db, sqlite:////absolute.db or a path without = @ ?",
        )
    return Path(path)
