"""The fifth stage: what is shown of the answers: spans, merged passages, suggestions."""
