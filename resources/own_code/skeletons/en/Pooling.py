import numpy as np
from common.util import col2im, im2col


class Pooling:
    """The largest number of each window, in each channel by itself."""

    def __init__(self, pool_h, pool_w, stride=2, pad=0):
        self.pool_h = pool_h
        self.pool_w = pool_w
        self.stride = stride
        self.pad = pad

    def forward(self, x):
        """Take x of shape (N, C, H, W); return shape (N, C, out_h, out_w).

        Remember where the largest numbers were, for the way back.
        """
        pass

    def backward(self, dout):
        """Return the gradient by x: what comes from above, at the places of the largest numbers; 0 elsewhere."""
        pass
