"""Optimizers on NumPy alone; each changes a list of arrays in place."""

import math

import numpy as np


class SGD:
    """p -= lr·g"""

    def __init__(self, params, lr):
        self.lr = lr
        self.memory = []

    def update(self, params, grads, iteration):
        for p, g in zip(params, grads, strict=True):
            p -= g * self.lr


class Momentum:
    """v = momentum·v - lr·g; p += v"""

    def __init__(self, params, lr, momentum):
        self.lr, self.momentum = lr, momentum
        self.memory = [np.zeros_like(p) for p in params]

    def update(self, params, grads, iteration):
        for p, g, v in zip(params, grads, self.memory, strict=True):
            v *= self.momentum
            v -= g * self.lr
            p += v


class Nesterov:
    """v = momentum·v - lr·g; p += momentum·v - lr·g"""

    def __init__(self, params, lr, momentum):
        self.lr, self.momentum = lr, momentum
        self.memory = [np.zeros_like(p) for p in params]

    def update(self, params, grads, iteration):
        for p, g, v in zip(params, grads, self.memory, strict=True):
            v *= self.momentum
            v -= g * self.lr
            p -= g * self.lr
            p += v * self.momentum


class AdaGrad:
    """h += g²; p -= lr·g / (sqrt(h) + 1e-7)"""

    def __init__(self, params, lr):
        self.lr = lr
        self.memory = [np.zeros_like(p) for p in params]

    def update(self, params, grads, iteration):
        for p, g, h in zip(params, grads, self.memory, strict=True):
            h += g * g
            p -= g / (np.sqrt(h) + 1e-7) * self.lr


class RMSprop:
    """h = decay·h + (1 - decay)·g²; p -= lr·g / (sqrt(h) + 1e-7)"""

    def __init__(self, params, lr, decay):
        self.lr, self.decay = lr, decay
        self.memory = [np.zeros_like(p) for p in params]

    def update(self, params, grads, iteration):
        for p, g, h in zip(params, grads, self.memory, strict=True):
            h *= self.decay
            h += g * g * (1 - self.decay)
            p -= g / (np.sqrt(h) + 1e-7) * self.lr


class Adam:
    """Momentum and RMSprop together, with bias correction; M is m / (1 - beta1), V is v / (1 - beta2)."""

    def __init__(self, params, lr, beta1, beta2):
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.M = [np.zeros_like(p) for p in params]
        self.V = [np.zeros_like(p) for p in params]
        self.memory = [*self.M, *self.V]

    def update(self, params, grads, iteration):
        root = math.sqrt(1 - self.beta2)
        rate = self.lr * math.sqrt(1 - self.beta2**iteration) / (1 - self.beta1**iteration)
        rate, epsilon = rate * (1 - self.beta1) / root, 1e-7 / root
        for p, g, M, V in zip(params, grads, self.M, self.V, strict=True):
            M *= self.beta1
            M += g
            V *= self.beta2
            V += g * g
            p -= M / (np.sqrt(V) + epsilon) * rate
