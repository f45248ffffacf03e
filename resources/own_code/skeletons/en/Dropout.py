import numpy as np


class Dropout:
    """Switch off a share of the neurons in training, others each time."""

    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        """In training keep each number with the probability 1 - dropout_ratio, and remember which.

        In the test keep all, as loud on average as in training.
        """
        pass

    def backward(self, dout):
        """Let the gradient through where forward did."""
        pass
