"""What this process has seen already: a bounded memory of keys, for what does no harm if another process repeats it."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

KEPT = 20_000  # keys, some 3 MB: hours of a busy workspace, while Slack repeats itself within minutes


class Memory:
    """The last keys that were taken; safe to share between threads."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept, self._lock = kept, Lock()
        self._keys: OrderedDict[str, None] = OrderedDict()

    def take(self, key: str) -> bool:
        """Take a key; True for the first who does, as long as it is remembered."""
        with self._lock:
            if key in self._keys:
                return False
            self._keys[key] = None
            if len(self._keys) > self._kept:
                self._keys.popitem(last=False)
            return True
