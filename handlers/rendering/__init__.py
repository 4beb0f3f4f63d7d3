"""From answers to Block Kit: the only room that writes block dictionaries."""
