"""The full-text index: written, built anew, and read as a search sees it."""
