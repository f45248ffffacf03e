"""Exports from the window: programs, weights, tables and pictures."""
