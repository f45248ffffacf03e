"""Copies of unsaved work against crashes: made, kept small, found again at the next start."""
