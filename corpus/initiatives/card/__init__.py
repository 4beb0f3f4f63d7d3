"""What the card of an initiative shows, worked out from its mentions: pure, and free of Slack."""
