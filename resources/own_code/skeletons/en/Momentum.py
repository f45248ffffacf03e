import numpy as np


class Momentum:
    """v ← momentum·v - lr·∂L/∂W;  W ← W + v"""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        """Move each array of params by its gradient in grads, in place."""
        pass
