"""How a query finds its sections: folding, terms, scoring, ranking. How sections are kept is not known here."""
