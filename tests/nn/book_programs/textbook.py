"""What the chapters have the reader write: float64, every formula in its plainest form, nothing of `nn`.

The yardstick for the programs of this folder: they must get the same numbers from `nn`.
"""

import numpy as np

from nn.datasets import load_mnist as load_mnist  # reads a file, computes nothing


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def sigmoid_grad(x):
    return (1.0 - sigmoid(x)) * sigmoid(x)


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def cross_entropy_error(y, t):
    return -np.sum(t * np.log(y + 1e-7)) / len(np.atleast_2d(y))


def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        value = x[index]
        x[index] = value + h
        above = f(x)
        x[index] = value - h
        gradient[index] = (above - f(x)) / (2 * h)
        x[index] = value
    return gradient


class Relu:
    def forward(self, x):
        self.mask = x <= 0
        return np.where(self.mask, 0, x)

    def backward(self, dout):
        return np.where(self.mask, 0, dout)


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.shape = x.shape
        self.x = x.reshape(len(x), -1) if x.ndim > 2 else x
        return np.dot(self.x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return np.dot(dout, self.W.T).reshape(self.shape)


class SoftmaxWithLoss:
    def forward(self, x, t):
        t = np.eye(x.shape[-1])[np.ravel(t)] if np.size(t) != np.size(x) else t
        self.y, self.t = softmax(x), t
        self.loss = cross_entropy_error(self.y, self.t)
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.t)


def im2col(x, filter_h, filter_w, stride=1, pad=0):
    n, c, h, w = x.shape
    out_h, out_w = (h + 2 * pad - filter_h) // stride + 1, (w + 2 * pad - filter_w) // stride + 1
    image = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    col = np.zeros((n, c, filter_h, filter_w, out_h, out_w))
    for i in range(filter_h):
        for j in range(filter_w):
            col[:, :, i, j] = image[:, :, i : i + stride * out_h : stride, j : j + stride * out_w : stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(n * out_h * out_w, -1)


def col2im(col, shape, filter_h, filter_w, stride=1, pad=0):
    n, c, h, w = shape
    out_h, out_w = (h + 2 * pad - filter_h) // stride + 1, (w + 2 * pad - filter_w) // stride + 1
    col = col.reshape(n, out_h, out_w, c, filter_h, filter_w).transpose(0, 3, 4, 5, 1, 2)
    image = np.zeros((n, c, h + 2 * pad + stride - 1, w + 2 * pad + stride - 1))
    for i in range(filter_h):
        for j in range(filter_w):
            image[:, :, i : i + stride * out_h : stride, j : j + stride * out_w : stride] += col[:, :, i, j]
    return image[:, :, pad : h + pad, pad : w + pad]


class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        filters, _, filter_h, filter_w = self.W.shape
        out_h = 1 + (x.shape[2] + 2 * self.pad - filter_h) // self.stride
        out_w = 1 + (x.shape[3] + 2 * self.pad - filter_w) // self.stride
        self.shape = x.shape
        self.col = im2col(x, filter_h, filter_w, self.stride, self.pad)
        out = self.col @ self.W.reshape(filters, -1).T + self.b
        return out.reshape(len(x), out_h, out_w, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        filters, _, filter_h, filter_w = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, filters)
        self.db, self.dW = rows.sum(axis=0), (self.col.T @ rows).T.reshape(self.W.shape)
        dcol = rows @ self.W.reshape(filters, -1)
        return col2im(dcol, self.shape, filter_h, filter_w, self.stride, self.pad)


class Pooling:
    def __init__(self, pool_h, pool_w, stride=2, pad=0):
        self.size, self.stride, self.pad = (pool_h, pool_w), stride, pad

    def forward(self, x):
        self.shape = n, c, h, w = x.shape
        out_h, out_w = (h - self.size[0]) // self.stride + 1, (w - self.size[1]) // self.stride + 1
        col = im2col(x, *self.size, self.stride, self.pad).reshape(-1, self.size[0] * self.size[1])
        self.best = col.argmax(axis=1)
        return col.max(axis=1).reshape(n, out_h, out_w, c).transpose(0, 3, 1, 2)

    def backward(self, dout):
        rows = dout.transpose(0, 2, 3, 1)
        dmax = np.zeros((rows.size, self.size[0] * self.size[1]))
        dmax[np.arange(rows.size), self.best] = rows.ravel()
        return col2im(dmax.reshape(np.prod(rows.shape[:3]), -1), self.shape, *self.size, self.stride, self.pad)


class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio

    def forward(self, x, train_flg=True):
        if not train_flg:
            return x * (1.0 - self.dropout_ratio)
        self.mask = np.random.rand(*x.shape) > self.dropout_ratio  # noqa: NPY002 - as in the book
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask


class Adam:
    def __init__(self, lr):
        self.lr, self.iter, self.m, self.v = lr, 0, {}, {}

    def update(self, params, grads):
        self.iter += 1
        lr = self.lr * np.sqrt(1 - 0.999**self.iter) / (1 - 0.9**self.iter)
        for key, grad in grads.items():
            self.m[key] = 0.9 * self.m.get(key, 0) + 0.1 * grad
            self.v[key] = 0.999 * self.v.get(key, 0) + 0.001 * grad**2
            params[key] -= lr * self.m[key] / (np.sqrt(self.v[key]) + 1e-7)


class Trainer:
    def __init__(
        self, network, *data, epochs, mini_batch_size, optimizer, optimizer_param, evaluate_sample_num_per_epoch
    ):
        self.network, self.data, self.batch_size = network, data, mini_batch_size
        self.optimizer = {"Adam": Adam}[optimizer](**optimizer_param)
        self.few, self.per_epoch = evaluate_sample_num_per_epoch, len(data[0]) // mini_batch_size
        self.updates = epochs * self.per_epoch
        self.train_loss_list, self.train_acc_list, self.test_acc_list = [], [], []

    def train(self):
        x, t, x_test, t_test = self.data
        for i in range(self.updates):
            rows = np.random.choice(len(x), self.batch_size)  # noqa: NPY002 - as in the book
            self.optimizer.update(self.network.params, self.network.gradient(x[rows], t[rows]))
            self.train_loss_list.append(self.network.loss(x[rows], t[rows]))
            if i % self.per_epoch == 0:
                self.train_acc_list.append(self.network.accuracy(x[: self.few], t[: self.few]))
                self.test_acc_list.append(self.network.accuracy(x_test[: self.few], t_test[: self.few]))
