"""Tests of handlers/rendering."""
