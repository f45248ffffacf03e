import numpy as np


class SGD:
    """W ← W - lr·∂L/∂W"""

    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        """params의 각 배열을 grads의 기울기만큼 제자리에서 갱신합니다."""
        pass
