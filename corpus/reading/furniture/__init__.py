"""Page furniture: page numbers, running heads and tables of contents, told from the text and taken out."""
