"""Layers on NumPy alone."""

import math

import numpy as np


def sigmoid(x):
    with np.errstate(over="ignore"):  # exp(1000) is inf, and 1 / inf the right 0
        return 1 / (np.exp(-x) + 1)


class Affine:
    """y = x·W + b"""

    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return np.dot(self.x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.dot(np.ones(len(dout), dout.dtype), dout)  # the sum over the batch
        return np.dot(dout, self.W.T).reshape(self.original_x_shape)


class BatchNormalization:
    """y = gamma·(x - mean) / sqrt(variance + epsilon) + beta"""

    def __init__(self, gamma, beta, momentum, epsilon, initial_variance):
        self.gamma, self.beta = gamma, beta
        self.momentum, self.epsilon = momentum, epsilon
        self.running_mean, self.running_var = np.zeros_like(gamma), np.full_like(gamma, initial_variance)

    def forward(self, x, train_flg=True):
        self.input_shape = x.shape
        x = x.reshape(x.shape[0], -1)
        mean, var = self.running_mean, self.running_var
        if train_flg:
            mean = np.mean(x, axis=0)
            var = np.mean((x - mean) * (x - mean), axis=0)
            self.running_mean = self.running_mean * self.momentum + (1 - self.momentum) * mean
            self.running_var = self.running_var * self.momentum + (1 - self.momentum) * var
        self.std = np.sqrt(var + self.epsilon)
        self.xn = (x - mean) / self.std
        return (self.xn * self.gamma + self.beta).reshape(self.input_shape)

    def backward(self, dout):
        dout = dout.reshape(self.xn.shape)
        self.dgamma, self.dbeta = np.sum(dout * self.xn, axis=0), np.sum(dout, axis=0)
        dx = dout - (self.dbeta + self.xn * self.dgamma) / len(dout)
        return (dx * (self.gamma / self.std)).reshape(self.input_shape)


class Dropout:
    """Switch off a share of the inputs while training; what is kept grows then, or all shrinks at prediction."""

    rng = None  # draws the masks of an iteration, for all these layers

    def __init__(self, ratio, inverted):
        self.dropout_ratio, self.inverted = ratio, inverted

    def forward(self, x, train_flg=True):
        if not train_flg:
            return x if self.inverted else x * np.array(1 - self.dropout_ratio, x.dtype)
        kept = Dropout.rng.random(x.shape, x.dtype) >= self.dropout_ratio
        self.mask = kept.astype(x.dtype) * (1 / (1 - self.dropout_ratio) if self.inverted else 1)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask


class Flatten:
    """Each sample as one row."""

    def forward(self, x):
        self.shape = x.shape
        return x.reshape(len(x), -1)

    def backward(self, dout):
        return dout.reshape(self.shape)


class Softmax:
    """y = exp(x) / sum(exp(x))"""

    def forward(self, x):
        z = np.array(x.T, order="C")  # classes first: NumPy reduces the first axis in another order than the last
        z -= z.max(axis=0)
        np.exp(z, out=z)
        z /= z.sum(axis=0)
        self.y = np.ascontiguousarray(z.T)
        return self.y

    def backward(self, dout):
        return self.y * (dout - np.sum(dout * self.y, axis=-1, keepdims=True))


class Identity:
    """y = x"""

    def forward(self, x):
        return x

    def backward(self, dout):
        return dout


class Step:
    """y = 1 if x > 0 else 0: nothing before it can learn."""

    def forward(self, x):
        return (x > 0).astype(x.dtype)

    def backward(self, dout):
        return dout * 0


class Sigmoid:
    """y = 1 / (1 + exp(-x))"""

    def forward(self, x):
        self.y = sigmoid(x)
        return self.y

    def backward(self, dout):
        return (1 - self.y) * self.y * dout


class Relu:
    """y = x if x > 0 else 0"""

    def forward(self, x):
        self.y = np.maximum(x, 0)
        return self.y

    def backward(self, dout):
        return (self.y > 0) * dout


class Tanh:
    """y = tanh(x)"""

    def forward(self, x):
        self.y = np.tanh(x)
        return self.y

    def backward(self, dout):
        return (1 - self.y * self.y) * dout


class LeakyRelu:
    """y = x if x > 0 else slope·x"""

    def __init__(self, slope):
        self.slope = slope

    def forward(self, x):
        self.x = x
        return np.where(x > 0, x, self.slope * x)

    def backward(self, dout):
        one, slope = dout.dtype.type(1), dout.dtype.type(self.slope)
        return np.where(self.x > 0, one, slope) * dout


class Elu:
    """y = x if x > 0 else alpha·(exp(x) - 1)"""

    def __init__(self, alpha):
        self.alpha = alpha

    def forward(self, x):
        self.x = x
        return np.where(x > 0, x, self.alpha * np.expm1(np.minimum(x, 0)))

    def backward(self, dout):
        return np.where(self.x > 0, dout.dtype.type(1), self.alpha * np.exp(np.minimum(self.x, 0))) * dout


class Softplus:
    """y = log(1 + exp(x))"""

    def forward(self, x):
        self.x = x
        return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))

    def backward(self, dout):
        return sigmoid(self.x) * dout


class Gelu:
    """y = 0.5·x·(1 + tanh(u)), u = sqrt(2/pi)·(x + 0.044715·x³)"""

    def forward(self, x):
        self.near = near = np.clip(x, -30.0, 30.0)  # beyond, tanh is 1 and the cube would overflow
        self.t = np.tanh(math.sqrt(2 / math.pi) * (near + 0.044715 * near * near * near))
        return x * (0.5 * (1 + self.t))

    def backward(self, dout):
        slope = math.sqrt(2 / math.pi) * (1 + 3 * 0.044715 * self.near * self.near)
        return (0.5 * (1 + self.t) + 0.5 * self.near * (1 - self.t * self.t) * slope) * dout


class Swish:
    """y = x·s, s = 1 / (1 + exp(-x))"""

    def forward(self, x):
        self.x, self.s = x, sigmoid(x)
        return x * self.s

    def backward(self, dout):
        return (self.s + self.x * self.s * (1 - self.s)) * dout
