import numpy as np


class RMSprop:
    """h ← decay_rate·h + (1 - decay_rate)·(∂L/∂W)²;  W ← W - lr·∂L/∂W / (√h + 1e-7)"""

    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.decay_rate = decay_rate
        self.h = None

    def update(self, params, grads):
        """params의 각 배열을 grads의 기울기만큼 제자리에서 갱신합니다."""
        pass
