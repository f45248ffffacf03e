import numpy as np


class AdaGrad:
    """h ← h + (∂L/∂W)²;  W ← W - lr·∂L/∂W / (√h + 1e-7)"""

    def __init__(self, lr=0.01):
        self.lr = lr
        self.h = None

    def update(self, params, grads):
        """params의 각 배열을 grads의 기울기만큼 제자리에서 갱신합니다."""
        pass
