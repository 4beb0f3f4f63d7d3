"""Tests of db/names."""
