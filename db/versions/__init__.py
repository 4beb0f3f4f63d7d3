"""Versions of articles: read, saved, kept with their bytes and places, taken out again."""
