import numpy as np


def cross_entropy_error(y, t):
    """Return the mean over the batch of -log of what y gives the right class: one number.

    y: probabilities, (classes,) or (N, classes).
    t: one-hot labels of the same shape. Labels as numbers, shape (N,), are an extra.
    """
    pass
