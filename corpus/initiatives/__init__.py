"""Named policy initiatives: read out of articles, kept by curators, spotted in messages, shown on cards."""
