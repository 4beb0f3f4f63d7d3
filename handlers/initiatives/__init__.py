"""The thinking behind initiatives, free of Slack, and how their cards are told."""
