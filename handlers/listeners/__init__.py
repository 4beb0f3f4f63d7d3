"""Bolt's listeners, one file for each kind of request: acknowledge, ask, have it rendered, send."""
