"""A plot of functions: curves, derivatives, a point to move along them, and the numbers that reach them."""
