"""Tests of corpus/reading/formats."""
