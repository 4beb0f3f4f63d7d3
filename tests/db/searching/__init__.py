"""Tests of db/searching."""
