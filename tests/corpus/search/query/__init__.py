"""Tests of corpus/search/query."""
