"""Calls to this very machine go straight there, whatever proxy the environment names for the rest."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

HERE = ("127.0.0.1", "localhost", "::1")


def is_here(url: str) -> bool:
    """Whether an address is on this machine."""
    return urlsplit(url).hostname in HERE


def bypass_proxy_for_loopback() -> None:
    """Add this machine to `no_proxy`, which urllib reads at every call and which wins over `NO_PROXY`.

    slack_sdk takes HTTPS_PROXY for every address, so that a Slack on loopback would not be reached.
    """
    told = os.environ.get("no_proxy") or os.environ.get("NO_PROXY") or ""
    names = [name.strip() for name in told.split(",") if name.strip()]
    if names != ["*"]:
        os.environ["no_proxy"] = ",".join(dict.fromkeys([*names, *HERE]))
