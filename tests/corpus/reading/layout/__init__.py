"""Tests of corpus/reading/layout."""
