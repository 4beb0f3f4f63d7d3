"""Tests of corpus/search/score."""
