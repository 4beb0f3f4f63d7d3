"""The fourth stage: which scored sections are answers, and in which order."""
