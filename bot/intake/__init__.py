"""Import: what there is to read, read in several processes, and saved."""
