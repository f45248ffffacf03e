import numpy as np
from common.functions import cross_entropy_error, softmax  # 직접 만든 것을 써도 됩니다


class SoftmaxWithLoss:
    """소프트맥스와 교차 엔트로피를 합친, 신경망의 마지막 계층입니다."""

    def __init__(self):
        self.loss = None
        self.y = None  # 소프트맥스의 출력
        self.t = None

    def forward(self, x, t):
        """점수 x(형상 (N, 클래스 수))와 원-핫 레이블 t의 손실을 반환하고, y와 t를 기억합니다."""
        pass

    def backward(self, dout=1):
        """점수에 대한 손실의 기울기를 반환합니다. 손실은 배치의 평균입니다."""
        pass
