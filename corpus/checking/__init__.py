"""Is this quotation really in the text: folding, claims, cuts, differences, verdicts, quotations in a draft."""
