"""Versions of articles: planned, saved, kept with their bytes and places, taken out again."""
