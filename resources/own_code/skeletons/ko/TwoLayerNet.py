import numpy as np
from common.layers import Affine, Relu, SoftmaxWithLoss  # 직접 만든 것을 써도 됩니다


class TwoLayerNet:
    """Affine, Relu, Affine, 그리고 마지막에 SoftmaxWithLoss가 있는 신경망입니다."""

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        """self.params에 W1, b1, W2, b2를 초기화하고, 계층에 바로 그 배열을 줍니다."""
        self.params = {}

    def predict(self, x):
        """점수(형상 (N, output_size))를 반환합니다."""
        pass

    def loss(self, x, t):
        """원-핫 레이블 t에 대한 손실을 반환합니다."""
        pass

    def accuracy(self, x, t):
        """점수가 가장 큰 클래스가 정답인 데이터의 비율을 반환합니다."""
        pass

    def gradient(self, x, t):
        """순전파 다음에 역전파를 하고, self.params와 같은 이름으로 기울기를 반환합니다."""
        pass
