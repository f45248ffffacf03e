"""Losses on NumPy alone: output activation and error in one."""

import numpy as np

from nn.exports.pieces.numpy_layers import sigmoid


class SoftmaxWithLoss:
    """L = -1/N · sum(t·log(y)), y = softmax(x)"""

    def forward(self, x, t):
        self.t = t
        z = np.array(x.T, order="C")  # classes first: the order of a sum decides its last bit
        z -= z.max(axis=0)
        true_scores = np.vdot(np.array(t.T, order="C"), z)
        np.exp(z, out=z)
        total = z.sum(axis=0)
        self.y = (z / total).T
        self.loss = float(np.log(total).sum() - true_scores) / len(x)
        return self.loss

    def backward(self):
        y = self.y * (self.y >= np.finfo(self.y.dtype).eps ** 2)  # less is nothing beside 1, and slow to compute with
        return (y - self.t) * (1 / len(self.t))


class SigmoidWithLoss:
    """L = -1/N · sum(t·log(y) + (1 - t)·log(1 - y)), y = sigmoid(x)"""

    def forward(self, x, t):
        self.t = t
        self.y = sigmoid(x)
        costs = (np.maximum(x, 0) - x * t) + np.log1p(np.exp(-np.abs(x)))
        self.loss = float(np.sum(costs)) / len(x)
        return self.loss

    def backward(self):
        y = self.y * (self.y >= np.finfo(self.y.dtype).eps ** 2)  # less is nothing beside 1, and slow to compute with
        return (y - self.t) * (1 / len(self.t))


class IdentityWithLoss:
    """L = 1/(2N) · sum((y - t)²), y = x"""

    def forward(self, x, t):
        self.error = x - t
        self.loss = 0.5 * float(np.vdot(self.error, self.error)) / len(x)
        return self.loss

    def backward(self):
        return self.error * (1 / len(self.error))
