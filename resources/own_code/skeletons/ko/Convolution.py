import numpy as np
from common.util import col2im, im2col


class Convolution:
    """형상이 (FN, C, FH, FW)인 필터 W와 필터마다의 편향 b가 이미지 위를 미끄러집니다."""

    def __init__(self, W, b, stride=1, pad=0):
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad
        self.dW = None
        self.db = None

    def forward(self, x):
        """형상 (N, C, H, W)인 x를 받아 형상 (N, FN, out_h, out_w)를 반환합니다.

        im2col(x, FH, FW, stride, pad)은 창마다 한 행, 형상 (N * out_h * out_w, C * FH * FW)를 줍니다.
        """
        pass

    def backward(self, dout):
        """x에 대한 기울기를 반환하고, W와 b에 대한 기울기를 self.dW와 self.db에 둡니다."""
        pass
