"""How a passage is quoted: whole sentences, an excerpt round the match, its citation."""
