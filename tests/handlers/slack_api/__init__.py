"""Tests of handlers/sending."""
