"""Rows of named numbers as what goes in: a form in the units of the file."""
