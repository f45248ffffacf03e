import numpy as np


class Nesterov:
    """W ← W + momentum²·v - (1 + momentum)·lr·∂L/∂W;  v ← momentum·v - lr·∂L/∂W"""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        """params의 각 배열을 grads의 기울기만큼 제자리에서 갱신합니다."""
        pass
