import numpy as np


class Relu:
    """0보다 큰 값은 그대로 흘리고 나머지는 0으로 만듭니다."""

    def __init__(self):
        self.mask = None  # x가 0 이하인 자리

    def forward(self, x):
        """x가 0보다 크면 x, 아니면 0을 반환합니다. 0 이하인 자리를 기억하고, x는 바꾸지 않습니다."""
        pass

    def backward(self, dout):
        """x가 지나간 자리에서는 dout, 아니면 0을 반환합니다. dout은 바꾸지 않습니다."""
        pass
