"""Daily quotes: subscriptions, when a channel is due, which passage it gets, and the delivery of the post."""
