"""The only room that knows a database: rows in, dataclasses out. It ranks nothing."""
