"""Tests of corpus/search/decide."""
