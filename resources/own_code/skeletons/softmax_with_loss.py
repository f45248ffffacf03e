

def softmax(x):
    """Return exp(x) divided by its sum, row by row."""


def cross_entropy_error(y, t):
    """Return the mean of -log(y) at the right answers t of a batch."""


class SoftmaxWithLoss:
    """Softmax and the cross-entropy error in one layer."""

    def __init__(self):
        self.loss = None
        self.y = None  # what softmax gives
        self.t = None  # the answers, one-hot

    def forward(self, x, t):
        """Return the loss, and remember y and t."""

    def backward(self, dout=1):
        """Return dL/dx: (y - t) divided by the batch size."""
