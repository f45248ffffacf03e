import numpy as np


def step_func(x):
    return np.array(x > 0, dtype=np.int32)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def ReLU(x):
    return np.maximum(0, x)


def softmax(x):
    exp_x = np.exp(x)
    s = np.sum(exp_x, 0)

    y = exp_x / s

    return y
