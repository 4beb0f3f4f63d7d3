"""Tests of corpus/reading/wording."""
