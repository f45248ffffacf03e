"""One number in three lines: symbols, numbers, result."""
