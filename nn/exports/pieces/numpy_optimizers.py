"""Optimizers on NumPy alone; each changes the arrays of a dictionary in place.

``slots`` names the dictionaries of what it remembers of each array.
"""

import math

import numpy as np


class SGD:
    """p -= lr·g"""

    slots = ()

    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key]


class Momentum:
    """v = momentum·v - lr·g; p += v"""

    slots = ("v",)

    def __init__(self, lr, momentum):
        self.lr, self.momentum = lr, momentum
        self.v = {}

    def update(self, params, grads):
        if not self.v:
            self.v = {key: np.zeros_like(p) for key, p in params.items()}
        for key in params:
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]


class Nesterov:
    """v = momentum·v - lr·g; p += momentum·v - lr·g"""

    slots = ("v",)

    def __init__(self, lr, momentum):
        self.lr, self.momentum = lr, momentum
        self.v = {}

    def update(self, params, grads):
        if not self.v:
            self.v = {key: np.zeros_like(p) for key, p in params.items()}
        for key in params:
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] -= self.lr * grads[key]
            params[key] += self.momentum * self.v[key]


class AdaGrad:
    """h += g²; p -= lr·g / (sqrt(h) + 1e-7)"""

    slots = ("h",)

    def __init__(self, lr):
        self.lr = lr
        self.h = {}

    def update(self, params, grads):
        if not self.h:
            self.h = {key: np.zeros_like(p) for key, p in params.items()}
        for key in params:
            self.h[key] += grads[key] * grads[key]
            params[key] -= self.lr * (grads[key] / (np.sqrt(self.h[key]) + 1e-7))


class RMSprop:
    """h = decay·h + (1 - decay)·g²; p -= lr·g / (sqrt(h) + 1e-7)"""

    slots = ("h",)

    def __init__(self, lr, decay):
        self.lr, self.decay = lr, decay
        self.h = {}

    def update(self, params, grads):
        if not self.h:
            self.h = {key: np.zeros_like(p) for key, p in params.items()}
        for key in params:
            self.h[key] = self.decay * self.h[key] + (1 - self.decay) * (grads[key] * grads[key])
            params[key] -= self.lr * (grads[key] / (np.sqrt(self.h[key]) + 1e-7))


class Adam:
    """Adam as in the book, with M for its m / (1 - beta1) and V for its v / (1 - beta2)."""

    slots = ("M", "V")

    def __init__(self, lr, beta1, beta2):
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.iter = 0
        self.M, self.V = {}, {}

    def update(self, params, grads):
        if not self.M:
            self.M = {key: np.zeros_like(p) for key, p in params.items()}
            self.V = {key: np.zeros_like(p) for key, p in params.items()}
        self.iter += 1
        root = math.sqrt(1 - self.beta2)
        lr_t = self.lr * math.sqrt(1 - self.beta2**self.iter) / (1 - self.beta1**self.iter)
        lr_t, epsilon = lr_t * (1 - self.beta1) / root, 1e-7 / root
        for key in params:
            self.M[key] = self.beta1 * self.M[key] + grads[key]
            self.V[key] = self.beta2 * self.V[key] + grads[key] * grads[key]
            params[key] -= lr_t * (self.M[key] / (np.sqrt(self.V[key]) + epsilon))
