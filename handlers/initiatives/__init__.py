"""Look-up of initiatives, free of Slack: names in a text, their cards, mentions and wordings."""
