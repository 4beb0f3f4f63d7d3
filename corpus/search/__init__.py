"""Search in five stages: analyse, retrieve, score, decide, present. `pipeline` runs them."""
