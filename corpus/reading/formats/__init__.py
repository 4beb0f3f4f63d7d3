"""Formats of files, a module each: bytes in; an outline, and the bare text for its proof, out."""
