"""Data that ships with the program: images, networks, icons, translations; no code."""
