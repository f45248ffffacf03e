import numpy as np


def sigmoid(x):
    """Return 1 / (1 + e^-x), element by element.

    x may be a number or an array of any shape.
    """
    pass
