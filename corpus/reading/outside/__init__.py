"""A second extraction of a file's text, by code that shares nothing with the reader, to hold the reading against."""
