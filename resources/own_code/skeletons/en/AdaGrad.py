import numpy as np


class AdaGrad:
    """h ← h + (∂L/∂W)²;  W ← W - lr·∂L/∂W / (√h + 1e-7)"""

    def __init__(self, lr=0.01):
        self.lr = lr
        self.h = None

    def update(self, params, grads):
        """Move each array of params by its gradient in grads, in place."""
        pass
