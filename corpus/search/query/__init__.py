"""The first stage: what a query asks for, and what its words are worth in one library."""
