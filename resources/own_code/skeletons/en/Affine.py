import numpy as np


class Affine:
    """x·W + b for a batch: a sample a row."""

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.dW = None
        self.db = None

    def forward(self, x):
        """Return x·W + b, shape (N, outputs), and remember x, shape (N, inputs)."""
        pass

    def backward(self, dout):
        """Return the gradient by x; put those by W and b into self.dW and self.db.

        Each gradient has the shape of what it belongs to.
        """
        pass
