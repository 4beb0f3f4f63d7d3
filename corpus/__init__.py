"""Chinese text and nothing else: reading, folding, matching, quoting. No SQL, Slack, clock or environment."""
