import numpy as np


def softmax(X):
    maxnum = np.max(X)
    print(X - maxnum)
    exp_x = np.exp(X - maxnum)
    s = np.sum(exp_x, 0)

    y = exp_x / s

    return y


X = np.array([1010, 1000, 990])
