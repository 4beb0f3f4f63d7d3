"""The third stage: features of a section for a query, and the fitted model over them."""
