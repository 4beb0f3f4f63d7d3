"""The clock: what is due is claimed, posted and settled, once, whatever fails in between."""
