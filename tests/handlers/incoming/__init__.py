"""Tests of handlers/incoming."""
