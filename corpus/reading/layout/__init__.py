"""Layout: printed lines, how they were set, and which of their ends are ends of paragraphs."""
