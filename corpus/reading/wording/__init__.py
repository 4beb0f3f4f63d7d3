"""Wording: what a single line says of itself, whatever stands around it."""
