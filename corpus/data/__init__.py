"""Tables that matching reads: made by bench/search_tables.py, or kept by hand where they say so."""
