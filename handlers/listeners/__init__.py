"""The Slack surfaces, one file each: what is heard, and what is said."""
