import numpy as np


class BatchNormalization:
    """배치의 각 열을 평균 0, 분산 1로 정규화한 뒤 gamma·x + beta를 계산합니다."""

    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.running_mean = running_mean  # 첫 배치 전에는 None, 첫 배치에서 0으로 시작
        self.running_var = running_var
        self.dgamma = None
        self.dbeta = None

    def forward(self, x, train_flg=True):
        """훈련 때는 배치의 평균과 분산을 쓰고 제곱근 안에 1e-6을 더합니다.

        이동 평균도 갱신합니다: momentum·running + (1 - momentum)·batch.
        시험 때는 이동 평균을 씁니다.
        """
        pass

    def backward(self, dout):
        """x에 대한 기울기를 반환하고, gamma와 beta에 대한 기울기를 self.dgamma와 self.dbeta에 둡니다."""
        pass
