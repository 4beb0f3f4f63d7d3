"""Tests of the room `db`."""
