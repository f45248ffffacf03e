import numpy as np


class Sigmoid:
    """y = 1 / (1 + e^-x), as a layer."""

    def __init__(self):
        self.out = None  # what forward gave: backward needs it

    def forward(self, x):
        """Return 1 / (1 + e^-x) and remember it."""
        pass

    def backward(self, dout):
        """Return dout times the derivative, in terms of the output."""
        pass
