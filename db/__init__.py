"""The only room that knows a database: rows in, dataclasses out. It ranks and plans nothing.

The modules here are what a `Store` offers, one repository each; the folders are what goes on behind them.
"""
