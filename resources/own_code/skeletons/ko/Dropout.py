import numpy as np


class Dropout:
    """훈련 때 뉴런의 일부를 매번 다르게 끕니다."""

    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        """훈련 때는 각 값을 1 - dropout_ratio의 확률로 남기고 어느 것인지 기억합니다.

        시험 때는 모두 남기되 평균 크기를 훈련 때와 같게 합니다.
        """
        pass

    def backward(self, dout):
        """순전파 때 지나간 자리로만 기울기를 보냅니다."""
        pass
