"""`python -m bot` is `policy-bot`."""

from bot.cli import entry

if __name__ == "__main__":
    entry()
