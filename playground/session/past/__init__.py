"""Moments of the training that led here, looked at, asked and tried again; nothing here edits what is."""
