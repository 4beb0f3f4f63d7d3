"""Talk to the real app without Slack: a Slack on loopback, its payloads, and a terminal to draw in."""
