"""Tests of handlers/slack_api."""
