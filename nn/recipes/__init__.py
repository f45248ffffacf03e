"""Repeatable commands that make the networks of the package."""
