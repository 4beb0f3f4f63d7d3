"""Every Slack surface, one file each; and `answering`, which knows no Slack."""
