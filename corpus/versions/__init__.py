"""Versions of an article: permanent codes, which section continues which, and what changed in wording."""
