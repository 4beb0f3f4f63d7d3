"""What goes out: messages and modals, within the limits of Slack, by whichever way leads back."""
