"""Tests of handlers/hearing."""
