"""Tests of corpus/search/present."""
