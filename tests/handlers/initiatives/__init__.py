"""Tests of handlers/initiatives."""
