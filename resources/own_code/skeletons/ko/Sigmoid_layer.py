import numpy as np


class Sigmoid:
    """y = 1 / (1 + e^-x)를 계산하는 계층입니다."""

    def __init__(self):
        self.out = None  # 순전파의 출력. 역전파에서 씁니다

    def forward(self, x):
        """1 / (1 + e^-x)를 반환하고 기억합니다."""
        pass

    def backward(self, dout):
        """dout에 미분을 곱해 반환합니다. 미분은 출력으로 나타냅니다."""
        pass
