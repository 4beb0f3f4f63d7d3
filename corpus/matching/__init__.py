"""How a query finds its sections: folding, terms, scoring, ranking. Nothing here knows how sections are kept."""
