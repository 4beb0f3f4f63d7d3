"""What comes in: payloads, messages, typed words and button values, read as a stranger's input."""
