"""Breakpoints: set, edited and counted."""
