

class Relu:
    """y = x where x > 0, and 0 elsewhere."""

    def __init__(self):
        self.mask = None

    def forward(self, x):
        """Return y, and remember in self.mask where x <= 0."""

    def backward(self, dout):
        """Return dL/dx: dout where x > 0, and 0 elsewhere."""
