"""Tests of corpus/search."""
