"""From answers to Block Kit: messages and views. It asks nothing and sends nothing."""
