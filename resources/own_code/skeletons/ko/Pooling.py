import numpy as np
from common.util import col2im, im2col


class Pooling:
    """채널마다 각 창에서 가장 큰 숫자를 고릅니다."""

    def __init__(self, pool_h, pool_w, stride=2, pad=0):
        self.pool_h = pool_h
        self.pool_w = pool_w
        self.stride = stride
        self.pad = pad

    def forward(self, x):
        """형상 (N, C, H, W)인 x를 받아 형상 (N, C, out_h, out_w)를 반환합니다.

        역전파에 쓸 수 있게 가장 큰 숫자의 자리를 남겨 둡니다.
        """
        pass

    def backward(self, dout):
        """x에 대한 기울기를 반환합니다. 상류에서 온 값을 가장 큰 숫자의 자리에 놓고 나머지는 0입니다."""
        pass
