"""Tests of corpus/search/retrieve."""
