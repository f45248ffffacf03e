import numpy as np


class SGD:
    """W ← W - lr·∂L/∂W"""

    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        """Move each array of params by its gradient in grads, in place."""
        pass
