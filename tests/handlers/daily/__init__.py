"""Tests of the daily quotes."""
