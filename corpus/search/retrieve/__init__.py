"""The second stage: sets of sections that may answer, from the index, in no order."""
