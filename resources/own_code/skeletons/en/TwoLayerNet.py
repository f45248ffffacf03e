import numpy as np
from common.layers import Affine, Relu, SoftmaxWithLoss  # or your own


class TwoLayerNet:
    """Affine, Relu, Affine, and SoftmaxWithLoss at the end."""

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        """Draw W1, b1, W2, b2 into self.params; give the layers these very arrays."""
        self.params = {}

    def predict(self, x):
        """Return the scores, shape (N, output_size)."""
        pass

    def loss(self, x, t):
        """Return the loss for one-hot labels t."""
        pass

    def accuracy(self, x, t):
        """Return the share of samples whose greatest score is that of the right class."""
        pass

    def gradient(self, x, t):
        """Go forward, then backward; return the gradients by the names of self.params."""
        pass
