"""Tests of the permanent codes and of comparing versions."""
