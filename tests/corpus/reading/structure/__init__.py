"""Tests of corpus/reading/structure."""
