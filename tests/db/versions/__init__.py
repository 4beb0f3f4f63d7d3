"""Tests of db/versions."""
