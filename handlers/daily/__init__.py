"""Daily quotes: when a channel is due, what it gets, and what can be asked for in Slack."""
