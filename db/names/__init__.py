"""Names of initiatives: as read, as the curator has them, where they are said in passing, who watches them."""
