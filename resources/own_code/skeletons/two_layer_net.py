from collections import OrderedDict


class TwoLayerNet:
    """Affine, Relu, Affine, and softmax with loss."""

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {}  # W1, b1, W2, b2
        self.layers = OrderedDict()  # Affine1, Relu1, Affine2
        self.lastLayer = None

    def predict(self, x):
        """Return what the last Affine gives."""

    def loss(self, x, t):
        """Return the loss of a batch."""

    def accuracy(self, x, t):
        """Return the share of a batch that is recognised rightly."""

    def numerical_gradient(self, x, t):
        """Return the gradients of W1, b1, W2, b2 by small differences."""

    def gradient(self, x, t):
        """Return the gradients of W1, b1, W2, b2 by backpropagation."""
