"""Structure: what each block is (title, author, lead, heading, paragraph), from its form and its neighbours."""
