"""Tests of corpus/reading/furniture."""
