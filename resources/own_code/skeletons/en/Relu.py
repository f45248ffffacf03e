import numpy as np


class Relu:
    """What is above 0 passes, the rest becomes 0."""

    def __init__(self):
        self.mask = None  # where x was not above 0

    def forward(self, x):
        """Return x where it is above 0, else 0. Remember where it was not; leave x as it is."""
        pass

    def backward(self, dout):
        """Return dout where x passed, else 0. Leave dout as it is."""
        pass
