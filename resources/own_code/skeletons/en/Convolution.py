import numpy as np
from common.util import col2im, im2col


class Convolution:
    """FN filters W of shape (FN, C, FH, FW), and a bias b for each, slide over pictures."""

    def __init__(self, W, b, stride=1, pad=0):
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad
        self.dW = None
        self.db = None

    def forward(self, x):
        """Take x of shape (N, C, H, W); return shape (N, FN, out_h, out_w).

        im2col(x, FH, FW, stride, pad) gives every window as a row, shape (N * out_h * out_w, C * FH * FW).
        """
        pass

    def backward(self, dout):
        """Return the gradient by x; put those by W and b into self.dW and self.db."""
        pass
