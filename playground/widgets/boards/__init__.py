"""Matrices side by side as coloured cells, in which cells are framed, hatched and pointed at."""
