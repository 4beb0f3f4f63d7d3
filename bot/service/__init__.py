"""Serving a workspace: over HTTP or Socket Mode, and what is checked before Bolt reads it."""
