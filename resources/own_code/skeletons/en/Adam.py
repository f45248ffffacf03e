import numpy as np


class Adam:
    """m ← m + (1 - beta1)·(∂L/∂W - m);  v ← v + (1 - beta2)·((∂L/∂W)² - v)

    W ← W - lr·√(1 - beta2^iter) / (1 - beta1^iter) · m / (√v + 1e-7); iter counts the updates.
    """

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.iter = 0
        self.m = None
        self.v = None

    def update(self, params, grads):
        """Move each array of params by its gradient in grads, in place."""
        pass
