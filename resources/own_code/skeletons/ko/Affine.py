import numpy as np


class Affine:
    """배치에 x·W + b를 계산합니다. 데이터 하나가 한 행입니다."""

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.dW = None
        self.db = None

    def forward(self, x):
        """x·W + b(형상 (N, 출력 수))를 반환하고 x(형상 (N, 입력 수))를 기억합니다."""
        pass

    def backward(self, dout):
        """x에 대한 기울기를 반환하고, W와 b에 대한 기울기를 self.dW와 self.db에 둡니다.

        기울기의 형상은 모두 원래 값의 형상과 같습니다.
        """
        pass
