"""Calls to Slack: what goes out, within its limits, by whichever way leads back; and what came of it."""
