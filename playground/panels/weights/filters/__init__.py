"""One filter of a convolution: its numbers, what can be done with it, and what it looks for."""
