"""Tests of the console and of the Slack it talks to."""
